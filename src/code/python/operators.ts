import type { OperatorName } from '../../formula';
import type { Dialect } from './dialect';

/** How a call of an operator is written: over argument texts that need no parentheses, with a result that needs none. */
export type Call = Readonly<Record<Dialect, (...args: string[]) => string>>;

/** Operators that Python writes between or before their arguments. */
export const pythonSigns = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  pow: '**',
  neg: '-',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  eq: '==',
  ne: '!=',
} as const satisfies Partial<Record<OperatorName, string>>;

type Sign = keyof typeof pythonSigns;

const called = (name: string) => (a: string, b?: string) => `${name}(${b === undefined ? a : `${a}, ${b}`})`;

/** The same name in every library, and another one in some. */
const named = (name: string, other: Partial<Call> = {}): Call => ({
  python: called(`math.${name}`),
  torch: called(`torch.${name}`),
  jax: called(`jnp.${name}`),
  keras: called(`ops.${name}`),
  ...other,
});

/** A function that NumPy's followers call by its long name. */
const arc = (short: string, long: string): Call =>
  named(short, { jax: called(`jnp.${long}`), keras: called(`ops.${long}`) });

/** Every operator that is written as a function; `if` is in expression.ts. A missing one is a compile error. */
export const pythonCalls: Readonly<Record<Exclude<OperatorName, Sign | 'if'>, Call>> = {
  abs: named('abs', { python: called('abs') }),
  sign: named('sign', { python: (a) => `((${a} > 0) - (${a} < 0))` }),
  sqrt: named('sqrt'),
  exp: named('exp'),
  log: named('log'),
  log1p: named('log1p'),
  expm1: named('expm1'),
  sin: named('sin'),
  cos: named('cos'),
  tan: named('tan'),
  tanh: named('tanh'),
  sigmoid: named('sigmoid', { python: (a) => `(1/(1 + math.exp(-(${a}))))`, jax: called('jax.nn.sigmoid') }),
  // torch's own softplus is the identity above 20, which is off by 2e-9 there.
  softplus: {
    python: (a) => `(max(${a}, 0) + math.log1p(math.exp(-abs(${a}))))`,
    torch: (a) => `torch.logaddexp(${a}, number(0))`,
    jax: called('jax.nn.softplus'),
    keras: called('ops.softplus'),
  },
  relu: {
    python: (a) => `max(${a}, 0)`,
    torch: called('torch.relu'),
    jax: called('jax.nn.relu'),
    keras: called('ops.relu'),
  },
  floor: named('floor'),
  asin: arc('asin', 'arcsin'),
  acos: arc('acos', 'arccos'),
  atan: arc('atan', 'arctan'),
  sinh: named('sinh'),
  cosh: named('cosh'),
  asinh: arc('asinh', 'arcsinh'),
  acosh: arc('acosh', 'arccosh'),
  atanh: arc('atanh', 'arctanh'),
  cbrt: {
    python: (a) => `math.copysign(abs(${a})**(1/3), ${a})`,
    torch: (a) => `(torch.sign(${a})*torch.abs(${a})**(1/3))`,
    jax: called('jnp.cbrt'),
    keras: (a) => `(ops.sign(${a})*ops.abs(${a})**(1/3))`,
  },
  log2: named('log2'),
  log10: named('log10'),
  round: named('round', { python: called('round') }),
  mod: {
    python: (a, b) => `((${a}) % (${b}))`,
    torch: called('torch.remainder'),
    jax: called('jnp.mod'),
    keras: called('ops.mod'),
  },
  erf: named('erf', { jax: called('jax.scipy.special.erf') }),
  float32: {
    python: called('float32'),
    torch: (a) => `(${a}).float().double()`,
    jax: (a) => `(${a}).astype(jnp.float32).astype(jnp.float64)`,
    keras: (a) => `ops.cast(ops.cast(${a}, "float32"), "float64")`,
  },
  min: {
    python: called('min'),
    torch: called('torch.minimum'),
    jax: called('jnp.minimum'),
    keras: called('ops.minimum'),
  },
  max: {
    python: called('max'),
    torch: called('torch.maximum'),
    jax: called('jnp.maximum'),
    keras: called('ops.maximum'),
  },
  clamp: {
    python: (a, low, high) => `min(max(${a}, ${low}), ${high})`,
    torch: (a, low, high) => `torch.clamp(${a}, ${low}, ${high})`,
    jax: (a, low, high) => `jnp.clip(${a}, ${low}, ${high})`,
    keras: (a, low, high) => `ops.clip(${a}, ${low}, ${high})`,
  },
};

export const isSign = (operator: OperatorName): operator is Sign => Object.hasOwn(pythonSigns, operator);
