import type { OperatorName } from './node';

type Texts = (...args: string[]) => string;

const infix =
  (sign: string): Texts =>
  (a, b) =>
    `(${a} ${sign} ${b})`;

const comparison =
  (sign: string): Texts =>
  (a, b) =>
    `(${a} ${sign} ${b} ? 1.0 : 0.0)`;

const call =
  (name: string): Texts =>
  (...args) =>
    `${name}(${args.join(', ')})`;

const logarithm =
  (base: number): Texts =>
  (a) =>
    `(os_log(${a}) * ${1 / Math.log(base)})`;

/**
 * GLSL ES 3.00 of every operator, over argument texts that need no further parentheses; see `glslPrelude`. Apart from the table of
 * operators, because only what draws on a graphics card needs it.
 */
export const operatorGlsl: Readonly<Record<OperatorName, Texts>> = {
  add: infix('+'),
  sub: infix('-'),
  mul: infix('*'),
  div: infix('/'),
  pow: call('os_pow'),
  neg: (a) => `(-${a})`,
  lt: comparison('<'),
  le: comparison('<='),
  gt: comparison('>'),
  ge: comparison('>='),
  eq: comparison('=='),
  ne: comparison('!='),
  if: (c, a, b) => `(${c} != 0.0 ? ${a} : ${b})`,
  abs: call('abs'),
  sign: call('os_sign'),
  sqrt: call('os_sqrt'),
  exp: call('os_exp'),
  log: call('os_log'),
  log1p: call('os_log1p'),
  expm1: call('os_expm1'),
  sin: call('os_sin'),
  cos: call('os_cos'),
  tan: call('os_tan'),
  tanh: call('os_tanh'),
  sigmoid: (a) => `(1.0 / (1.0 + os_exp(-${a})))`,
  softplus: call('os_softplus'),
  relu: call('os_relu'),
  floor: call('floor'),
  asin: call('os_asin'),
  acos: call('os_acos'),
  atan: call('os_atan'),
  sinh: call('os_sinh'),
  cosh: call('os_cosh'),
  asinh: call('os_asinh'),
  acosh: call('os_acosh'),
  atanh: call('os_atanh'),
  cbrt: call('os_cbrt'),
  log2: logarithm(2),
  log10: logarithm(10),
  round: call('roundEven'),
  erf: call('os_erf'),
  mod: call('os_mod'),
  // On a GPU every number is float32 already.
  float32: (a = '') => a,
  min: call('os_min'),
  max: call('os_max'),
  clamp: (a, low, high) => `os_min(os_max(${a}, ${low}), ${high})`,
};
