import type { NodeBuilder, NodeId, OperatorName } from './node';
import { brackets, isTall } from './brackets';
import { erf } from './erf';

/** Where an operator stands in a printed formula; higher binds tighter. */
export type Precedence = 'comparison' | 'sum' | 'product' | 'sign' | 'power' | 'call';

export interface Operator {
  readonly arity: 1 | 2 | 3;
  /** How it is written: between its arguments, as a minus sign before its argument, or as a function. */
  readonly syntax: { readonly infix: string; readonly precedence: Precedence } | 'negation' | 'function';
  readonly evaluate: (...args: number[]) => number;
  /** GLSL ES 3.00 over argument texts that need no further parentheses; see `glslPrelude`. */
  readonly glsl: (...args: string[]) => string;
  /** TeX over argument texts already in parentheses where this operator's precedence needs them. */
  readonly tex: (...args: string[]) => string;
  /**
   * What `adjoint` (the derivative of the result by this node) adds to the adjoint of each argument.
   * `null` where nothing is added. At kinks the subgradient is PyTorch's.
   */
  readonly pullback: (
    g: NodeBuilder,
    adjoint: NodeId,
    args: readonly NodeId[],
    self: NodeId,
  ) => readonly (NodeId | null)[];
}

type Args1 = readonly [NodeId];
type Args2 = readonly [NodeId, NodeId];
type Args3 = readonly [NodeId, NodeId, NodeId];

function unary(
  evaluate: (a: number) => number,
  glsl: (a: string) => string,
  tex: (a: string) => string,
  slope: (g: NodeBuilder, a: NodeId, self: NodeId, adjoint: NodeId) => NodeId | null,
): Operator {
  return {
    arity: 1,
    syntax: 'function',
    evaluate: evaluate,
    glsl: glsl,
    tex: tex,
    pullback: (g, adjoint, args, self) => [slope(g, (args as Args1)[0], self, adjoint)],
  };
}

function infix(
  sign: string,
  precedence: Precedence,
  evaluate: (a: number, b: number) => number,
  glsl: (a: string, b: string) => string,
  tex: (a: string, b: string) => string,
  pullback: (g: NodeBuilder, adjoint: NodeId, a: NodeId, b: NodeId, self: NodeId) => readonly (NodeId | null)[],
): Operator {
  return {
    arity: 2,
    syntax: { infix: sign, precedence },
    evaluate: evaluate,
    glsl: glsl,
    tex: tex,
    pullback: (g, adjoint, args, self) => pullback(g, adjoint, ...(args as Args2), self),
  };
}

const comparison = (sign: string, texSign: string, holds: (a: number, b: number) => boolean): Operator =>
  infix(
    sign,
    'comparison',
    (a, b) => (holds(a, b) ? 1 : 0),
    (a, b) => `(${a} ${sign} ${b} ? 1.0 : 0.0)`,
    (a, b) => `${a} ${texSign} ${b}`,
    () => [null, null],
  );

const call = (name: string) => (a: string) => `${name}(${a})`;
const texCall =
  (name: string) =>
  (...args: string[]) =>
    `${name}${brackets(args.join(', '))}`;

/** At a tie each side gets half of the adjoint, as in torch.maximum. */
const extremum =
  (wins: 'gt' | 'lt') =>
  (g: NodeBuilder, adjoint: NodeId, args: readonly NodeId[]): readonly NodeId[] => {
    const [a, b] = args as Args2;
    const zero = g.constant(0);
    const half = g.apply('mul', g.constant(0.5), adjoint);
    const tie = g.apply('eq', a, b);
    const share = (p: NodeId, q: NodeId) => g.apply('if', tie, half, g.apply('if', g.apply(wins, p, q), adjoint, zero));
    return [share(a, b), share(b, a)];
  };

const nan = Number.NaN;

/** (a - 1)(a + 1), which loses no digits near 1 as a^2 - 1 would. */
const squareLessOne = (g: NodeBuilder, a: NodeId): NodeId =>
  g.apply('mul', g.apply('sub', a, g.constant(1)), g.apply('add', a, g.constant(1)));

/** (1 - a)(1 + a). */
const oneLessSquare = (g: NodeBuilder, a: NodeId): NodeId =>
  g.apply('mul', g.apply('sub', g.constant(1), a), g.apply('add', g.constant(1), a));

/** The slope of asin; acos has the opposite one. */
const slopeOfArc = (g: NodeBuilder, a: NodeId, d: NodeId): NodeId =>
  g.apply('div', d, g.apply('sqrt', oneLessSquare(g, a)));

/** The logarithm to another base, whose natural logarithm is `scale`. */
const logarithm = (base: number, evaluate: (a: number) => number): Operator =>
  unary(
    evaluate,
    (a) => `(os_log(${a}) * ${1 / Math.log(base)})`,
    texCall(`\\log_{${base}}`),
    (g, a, _, d) => g.apply('div', d, g.apply('mul', a, g.constant(Math.log(base)))),
  );

/** The nearest whole number, and of two that are equally near the even one, as PyTorch and NumPy round. */
function roundHalfEven(a: number): number {
  const up = Math.round(a);
  return up - a === 0.5 && up % 2 !== 0 ? up - 1 : up;
}

/** The remainder with the sign of the divisor, as in Python and torch.remainder. */
function floorMod(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** The language's operators: for each, everything that the project knows of it. */
export const operators: Readonly<Record<OperatorName, Operator>> = {
  add: infix(
    '+',
    'sum',
    (a, b) => a + b,
    (a, b) => `(${a} + ${b})`,
    (a, b) => `${a} + ${b}`,
    (_, d) => [d, d],
  ),
  sub: infix(
    '-',
    'sum',
    (a, b) => a - b,
    (a, b) => `(${a} - ${b})`,
    (a, b) => `${a} - ${b}`,
    (g, d) => [d, g.apply('neg', d)],
  ),
  mul: infix(
    '*',
    'product',
    (a, b) => a * b,
    (a, b) => `(${a} * ${b})`,
    (a, b) => `${a} \\, ${b}`,
    (g, d, a, b) => [g.apply('mul', d, b), g.apply('mul', d, a)],
  ),
  div: infix(
    '/',
    'product',
    (a, b) => a / b,
    (a, b) => `(${a} / ${b})`,
    (a, b) => `\\frac{${a}}{${b}}`,
    (g, d, _, b, self) => {
      const byNumerator = g.apply('div', d, b);
      return [byNumerator, g.apply('neg', g.apply('mul', byNumerator, self))];
    },
  ),
  pow: infix(
    '^',
    'power',
    (a, b) => a ** b,
    (a, b) => `os_pow(${a}, ${b})`,
    (a, b) => `${a}^{${b}}`,
    (g, d, a, b, self) => {
      const zero = g.constant(0);
      const lower = g.apply('pow', a, g.apply('sub', b, g.constant(1)));
      // As in PyTorch at a = 0: a^0 does not depend on a, nor 0^b on b >= 0; the plain products would give 0 * infinity there.
      const unlessZero = (where: OperatorName, product: NodeId) =>
        g.apply('if', g.apply(where, b, zero), g.apply('if', g.apply('eq', a, zero), zero, product), product);
      const byBase = unlessZero('eq', g.apply('mul', b, lower));
      const byExponent = unlessZero('ge', g.apply('mul', self, g.apply('log', a)));
      return [g.apply('mul', d, byBase), g.apply('mul', d, byExponent)];
    },
  ),
  neg: {
    arity: 1,
    syntax: 'negation',
    evaluate: (a: number) => -a,
    glsl: (a: string) => `(-${a})`,
    tex: (a: string) => `-${a}`,
    pullback: (g, d) => [g.apply('neg', d)],
  },
  lt: comparison('<', '<', (a, b) => a < b),
  le: comparison('<=', '\\le', (a, b) => a <= b),
  gt: comparison('>', '>', (a, b) => a > b),
  ge: comparison('>=', '\\ge', (a, b) => a >= b),
  eq: comparison('==', '=', (a, b) => a === b),
  ne: comparison('!=', '\\ne', (a, b) => a !== b),
  if: {
    arity: 3,
    syntax: 'function',
    evaluate: (c: number, a: number, b: number) => (c !== 0 ? a : b),
    glsl: (c: string, a: string, b: string) => `(${c} != 0.0 ? ${a} : ${b})`,
    // One row of cases; tex.ts joins the rows.
    tex: (c: string, a: string, rest: string) => `${a} & ${c} \\\\ ${rest}`,
    pullback: (g, d, args) => {
      const [c] = args as Args3;
      const zero = g.constant(0);
      return [null, g.apply('if', c, d, zero), g.apply('if', c, zero, d)];
    },
  },
  abs: unary(
    Math.abs,
    call('abs'),
    (a) => brackets(a, '\\lvert ', '\\rvert '),
    (g, a, _, d) => g.apply('mul', d, g.apply('sign', a)),
  ),
  sign: unary(Math.sign, call('os_sign'), texCall('\\operatorname{sign}'), () => null),
  sqrt: unary(
    Math.sqrt,
    call('os_sqrt'),
    (a) => `\\sqrt{${a}}`,
    (g, _, self, d) => g.apply('div', d, g.apply('mul', g.constant(2), self)),
  ),
  exp: unary(
    Math.exp,
    call('os_exp'),
    (a) => (isTall(a) ? `\\exp${brackets(a)}` : `\\mathrm{e}^{${a}}`),
    (g, _, self, d) => g.apply('mul', d, self),
  ),
  log: unary(Math.log, call('os_log'), texCall('\\log'), (g, a, _, d) => g.apply('div', d, a)),
  log1p: unary(
    Math.log1p,
    call('os_log1p'),
    (a) => `\\log${brackets(`1 + ${a.startsWith('-') ? brackets(a) : a}`)}`,
    (g, a, _, d) => g.apply('div', d, g.apply('add', g.constant(1), a)),
  ),
  expm1: unary(
    Math.expm1,
    call('os_expm1'),
    (a) => brackets(`\\mathrm{e}^{${a}} - 1`),
    (g, _, self, d) => g.apply('mul', d, g.apply('add', self, g.constant(1))),
  ),
  sin: unary(Math.sin, call('os_sin'), texCall('\\sin'), (g, a, _, d) => g.apply('mul', d, g.apply('cos', a))),
  cos: unary(Math.cos, call('os_cos'), texCall('\\cos'), (g, a, _, d) =>
    g.apply('neg', g.apply('mul', d, g.apply('sin', a))),
  ),
  tan: unary(Math.tan, call('os_tan'), texCall('\\tan'), (g, _, self, d) =>
    g.apply('mul', d, g.apply('add', g.constant(1), g.apply('mul', self, self))),
  ),
  tanh: unary(Math.tanh, call('os_tanh'), texCall('\\tanh'), (g, _, self, d) =>
    g.apply('mul', d, g.apply('sub', g.constant(1), g.apply('mul', self, self))),
  ),
  sigmoid: unary(
    (a) => 1 / (1 + Math.exp(-a)),
    (a) => `(1.0 / (1.0 + os_exp(-${a})))`,
    texCall('\\sigma'),
    (g, _, self, d) => g.apply('mul', d, g.apply('mul', self, g.apply('sub', g.constant(1), self))),
  ),
  softplus: unary(
    (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
    call('os_softplus'),
    texCall('\\operatorname{softplus}'),
    (g, a, _, d) => g.apply('mul', d, g.apply('sigmoid', a)),
  ),
  relu: unary(
    (a) => (a > 0 ? a : a <= 0 ? 0 : nan),
    call('os_relu'),
    texCall('\\operatorname{relu}'),
    (g, a, _, d) => g.apply('if', g.apply('gt', a, g.constant(0)), d, g.constant(0)),
  ),
  floor: unary(
    Math.floor,
    call('floor'),
    (a) => `\\left\\lfloor ${a} \\right\\rfloor`,
    () => null,
  ),
  asin: unary(Math.asin, call('os_asin'), texCall('\\arcsin'), (g, a, _, d) => slopeOfArc(g, a, d)),
  acos: unary(Math.acos, call('os_acos'), texCall('\\arccos'), (g, a, _, d) => g.apply('neg', slopeOfArc(g, a, d))),
  atan: unary(Math.atan, call('os_atan'), texCall('\\arctan'), (g, a, _, d) =>
    g.apply('div', d, g.apply('add', g.constant(1), g.apply('mul', a, a))),
  ),
  sinh: unary(Math.sinh, call('os_sinh'), texCall('\\sinh'), (g, a, _, d) => g.apply('mul', d, g.apply('cosh', a))),
  cosh: unary(Math.cosh, call('os_cosh'), texCall('\\cosh'), (g, a, _, d) => g.apply('mul', d, g.apply('sinh', a))),
  asinh: unary(Math.asinh, call('os_asinh'), texCall('\\operatorname{arsinh}'), (g, a, _, d) =>
    g.apply('div', d, g.apply('sqrt', g.apply('add', g.constant(1), g.apply('mul', a, a)))),
  ),
  acosh: unary(Math.acosh, call('os_acosh'), texCall('\\operatorname{arcosh}'), (g, a, _, d) =>
    g.apply('div', d, g.apply('sqrt', squareLessOne(g, a))),
  ),
  atanh: unary(Math.atanh, call('os_atanh'), texCall('\\operatorname{artanh}'), (g, a, _, d) =>
    g.apply('div', d, oneLessSquare(g, a)),
  ),
  cbrt: unary(
    Math.cbrt,
    call('os_cbrt'),
    (a) => `\\sqrt[3]{${a}}`,
    (g, _, self, d) => g.apply('div', d, g.apply('mul', g.constant(3), g.apply('mul', self, self))),
  ),
  log2: logarithm(2, Math.log2),
  log10: logarithm(10, Math.log10),
  round: unary(roundHalfEven, call('roundEven'), texCall('\\operatorname{round}'), () => null),
  erf: unary(erf, call('os_erf'), texCall('\\operatorname{erf}'), (g, a, _, d) =>
    g.apply(
      'mul',
      d,
      g.apply('mul', g.constant(2 / Math.sqrt(Math.PI)), g.apply('exp', g.apply('neg', g.apply('mul', a, a)))),
    ),
  ),
  mod: {
    arity: 2,
    syntax: 'function',
    evaluate: floorMod,
    glsl: (a: string, b: string) => `os_mod(${a}, ${b})`,
    tex: texCall('\\operatorname{mod}'),
    pullback: (g, d, args) => {
      const [a, b] = args as Args2;
      return [d, g.apply('neg', g.apply('mul', d, g.apply('floor', g.apply('div', a, b))))];
    },
  },
  // Rounding changes a number by too little to matter: the slope is the argument's, and TeX shows only the argument (tex.ts).
  // On a GPU every number is float32 already.
  float32: unary(
    Math.fround,
    (a) => a,
    (a) => a,
    (_g, _a, _self, d) => d,
  ),
  min: {
    arity: 2,
    syntax: 'function',
    evaluate: (a: number, b: number) => Math.min(a, b),
    glsl: (a: string, b: string) => `os_min(${a}, ${b})`,
    tex: texCall('\\min'),
    pullback: extremum('lt'),
  },
  max: {
    arity: 2,
    syntax: 'function',
    evaluate: (a: number, b: number) => Math.max(a, b),
    glsl: (a: string, b: string) => `os_max(${a}, ${b})`,
    tex: texCall('\\max'),
    pullback: extremum('gt'),
  },
  clamp: {
    arity: 3,
    syntax: 'function',
    evaluate: (a: number, low: number, high: number) => Math.min(Math.max(a, low), high),
    glsl: (a: string, low: string, high: string) => `os_min(os_max(${a}, ${low}), ${high})`,
    tex: texCall('\\operatorname{clamp}'),
    // As torch.clamp: the gradient passes at the bounds themselves; if low > high, only `high` gets it.
    pullback: (g, d, args) => {
      const [a, low, high] = args as Args3;
      const zero = g.constant(0);
      const below = g.apply('lt', a, low);
      const above = g.apply('gt', a, high);
      return [
        g.apply('if', below, zero, g.apply('if', above, zero, d)),
        g.apply('if', g.apply('mul', below, g.apply('le', low, high)), d, zero),
        g.apply('if', g.apply('max', above, g.apply('gt', low, high)), d, zero),
      ];
    },
  },
};

/** Whether a name is written as a function. Only own entries count: `constructor` and `add` are ordinary names. */
export const isFunction = (name: string): name is OperatorName =>
  Object.hasOwn(operators, name) && operators[name as OperatorName].syntax === 'function';

/** Names that are written as functions. */
export const functionNames = (Object.keys(operators) as OperatorName[]).filter(
  (name) => operators[name].syntax === 'function',
);
