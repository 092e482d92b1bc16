import type { NodeBuilder, NodeId, OperatorName } from './node';
import { erf } from './erf';

/** Where an operator stands in a printed formula; higher binds tighter. */
export type Precedence = 'comparison' | 'sum' | 'product' | 'sign' | 'power' | 'call';

export interface Operator {
  readonly arity: 1 | 2 | 3;
  /** How it is written: between its arguments, as a minus sign before its argument, or as a function. */
  readonly syntax: { readonly infix: string; readonly precedence: Precedence } | 'negation' | 'function';
  readonly evaluate: (...args: number[]) => number;
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
  slope: (g: NodeBuilder, a: NodeId, self: NodeId, adjoint: NodeId) => NodeId | null,
): Operator {
  return {
    arity: 1,
    syntax: 'function',
    evaluate: evaluate,
    pullback: (g, adjoint, args, self) => [slope(g, (args as Args1)[0], self, adjoint)],
  };
}

function infix(
  sign: string,
  precedence: Precedence,
  evaluate: (a: number, b: number) => number,
  pullback: (g: NodeBuilder, adjoint: NodeId, a: NodeId, b: NodeId, self: NodeId) => readonly (NodeId | null)[],
): Operator {
  return {
    arity: 2,
    syntax: { infix: sign, precedence },
    evaluate: evaluate,
    pullback: (g, adjoint, args, self) => pullback(g, adjoint, ...(args as Args2), self),
  };
}

const comparison = (sign: string, holds: (a: number, b: number) => boolean): Operator =>
  infix(
    sign,
    'comparison',
    (a, b) => (holds(a, b) ? 1 : 0),
    () => [null, null],
  );

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
  unary(evaluate, (g, a, _, d) => g.apply('div', d, g.apply('mul', a, g.constant(Math.log(base)))));

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

/** The language's operators: for each, what computes and differentiates it. What shows it is in operatorTex.ts, what draws in operatorGlsl.ts. */
export const operators: Readonly<Record<OperatorName, Operator>> = {
  add: infix(
    '+',
    'sum',
    (a, b) => a + b,
    (_, d) => [d, d],
  ),
  sub: infix(
    '-',
    'sum',
    (a, b) => a - b,
    (g, d) => [d, g.apply('neg', d)],
  ),
  mul: infix(
    '*',
    'product',
    (a, b) => a * b,
    (g, d, a, b) => [g.apply('mul', d, b), g.apply('mul', d, a)],
  ),
  div: infix(
    '/',
    'product',
    (a, b) => a / b,
    (g, d, _, b, self) => {
      const byNumerator = g.apply('div', d, b);
      return [byNumerator, g.apply('neg', g.apply('mul', byNumerator, self))];
    },
  ),
  pow: infix(
    '^',
    'power',
    (a, b) => a ** b,
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
    pullback: (g, d) => [g.apply('neg', d)],
  },
  lt: comparison('<', (a, b) => a < b),
  le: comparison('<=', (a, b) => a <= b),
  gt: comparison('>', (a, b) => a > b),
  ge: comparison('>=', (a, b) => a >= b),
  eq: comparison('==', (a, b) => a === b),
  ne: comparison('!=', (a, b) => a !== b),
  if: {
    arity: 3,
    syntax: 'function',
    evaluate: (c: number, a: number, b: number) => (c !== 0 ? a : b),
    pullback: (g, d, args) => {
      const [c] = args as Args3;
      const zero = g.constant(0);
      return [null, g.apply('if', c, d, zero), g.apply('if', c, zero, d)];
    },
  },
  abs: unary(Math.abs, (g, a, _, d) => g.apply('mul', d, g.apply('sign', a))),
  sign: unary(Math.sign, () => null),
  sqrt: unary(Math.sqrt, (g, _, self, d) => g.apply('div', d, g.apply('mul', g.constant(2), self))),
  exp: unary(Math.exp, (g, _, self, d) => g.apply('mul', d, self)),
  log: unary(Math.log, (g, a, _, d) => g.apply('div', d, a)),
  log1p: unary(Math.log1p, (g, a, _, d) => g.apply('div', d, g.apply('add', g.constant(1), a))),
  expm1: unary(Math.expm1, (g, _, self, d) => g.apply('mul', d, g.apply('add', self, g.constant(1)))),
  sin: unary(Math.sin, (g, a, _, d) => g.apply('mul', d, g.apply('cos', a))),
  cos: unary(Math.cos, (g, a, _, d) => g.apply('neg', g.apply('mul', d, g.apply('sin', a)))),
  tan: unary(Math.tan, (g, _, self, d) => g.apply('mul', d, g.apply('add', g.constant(1), g.apply('mul', self, self)))),
  tanh: unary(Math.tanh, (g, _, self, d) =>
    g.apply('mul', d, g.apply('sub', g.constant(1), g.apply('mul', self, self))),
  ),
  sigmoid: unary(
    (a) => 1 / (1 + Math.exp(-a)),
    (g, _, self, d) => g.apply('mul', d, g.apply('mul', self, g.apply('sub', g.constant(1), self))),
  ),
  softplus: unary(
    (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
    (g, a, _, d) => g.apply('mul', d, g.apply('sigmoid', a)),
  ),
  relu: unary(
    (a) => (a > 0 ? a : a <= 0 ? 0 : nan),
    (g, a, _, d) => g.apply('if', g.apply('gt', a, g.constant(0)), d, g.constant(0)),
  ),
  floor: unary(Math.floor, () => null),
  asin: unary(Math.asin, (g, a, _, d) => slopeOfArc(g, a, d)),
  acos: unary(Math.acos, (g, a, _, d) => g.apply('neg', slopeOfArc(g, a, d))),
  atan: unary(Math.atan, (g, a, _, d) => g.apply('div', d, g.apply('add', g.constant(1), g.apply('mul', a, a)))),
  sinh: unary(Math.sinh, (g, a, _, d) => g.apply('mul', d, g.apply('cosh', a))),
  cosh: unary(Math.cosh, (g, a, _, d) => g.apply('mul', d, g.apply('sinh', a))),
  asinh: unary(Math.asinh, (g, a, _, d) =>
    g.apply('div', d, g.apply('sqrt', g.apply('add', g.constant(1), g.apply('mul', a, a)))),
  ),
  acosh: unary(Math.acosh, (g, a, _, d) => g.apply('div', d, g.apply('sqrt', squareLessOne(g, a)))),
  atanh: unary(Math.atanh, (g, a, _, d) => g.apply('div', d, oneLessSquare(g, a))),
  cbrt: unary(Math.cbrt, (g, _, self, d) =>
    g.apply('div', d, g.apply('mul', g.constant(3), g.apply('mul', self, self))),
  ),
  log2: logarithm(2, Math.log2),
  log10: logarithm(10, Math.log10),
  round: unary(roundHalfEven, () => null),
  erf: unary(erf, (g, a, _, d) =>
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
    pullback: (g, d, args) => {
      const [a, b] = args as Args2;
      return [d, g.apply('neg', g.apply('mul', d, g.apply('floor', g.apply('div', a, b))))];
    },
  },
  // Rounding changes a number by too little to matter: the slope is the argument's, and mathematics shows only the argument (tex.ts).
  float32: unary(Math.fround, (_g, _a, _self, d) => d),
  min: {
    arity: 2,
    syntax: 'function',
    evaluate: (a: number, b: number) => Math.min(a, b),
    pullback: extremum('lt'),
  },
  max: {
    arity: 2,
    syntax: 'function',
    evaluate: (a: number, b: number) => Math.max(a, b),
    pullback: extremum('gt'),
  },
  clamp: {
    arity: 3,
    syntax: 'function',
    evaluate: (a: number, low: number, high: number) => Math.min(Math.max(a, low), high),
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
