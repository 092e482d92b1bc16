import { brackets, isTall } from './brackets';
import type { OperatorName } from './node';

type Texts = (...args: string[]) => string;

const infix =
  (sign: string): Texts =>
  (a, b) =>
    `${a} ${sign} ${b}`;

const call =
  (name: string): Texts =>
  (...args) =>
    `${name}${brackets(args.join(', '))}`;

/**
 * TeX of every operator, over argument texts already in parentheses where its precedence needs them. Apart from the table of operators,
 * because the page computes before it shows mathematics.
 */
export const operatorTex: Readonly<Record<OperatorName, Texts>> = {
  add: infix('+'),
  sub: infix('-'),
  mul: infix('\\,'),
  div: (a, b) => `\\frac{${a}}{${b}}`,
  pow: (a, b) => `${a}^{${b}}`,
  neg: (a) => `-${a}`,
  lt: infix('<'),
  le: infix('\\le'),
  gt: infix('>'),
  ge: infix('\\ge'),
  eq: infix('='),
  ne: infix('\\ne'),
  // One row of cases; tex.ts joins the rows.
  if: (c, a, rest) => `${a} & ${c} \\\\ ${rest}`,
  abs: (a = '') => brackets(a, '\\lvert ', '\\rvert '),
  sign: call('\\operatorname{sign}'),
  sqrt: (a) => `\\sqrt{${a}}`,
  exp: (a = '') => (isTall(a) ? `\\exp${brackets(a)}` : `\\mathrm{e}^{${a}}`),
  log: call('\\log'),
  log1p: (a = '') => `\\log${brackets(`1 + ${a.startsWith('-') ? brackets(a) : a}`)}`,
  expm1: (a) => brackets(`\\mathrm{e}^{${a}} - 1`),
  sin: call('\\sin'),
  cos: call('\\cos'),
  tan: call('\\tan'),
  tanh: call('\\tanh'),
  sigmoid: call('\\sigma'),
  softplus: call('\\operatorname{softplus}'),
  relu: call('\\operatorname{relu}'),
  floor: (a) => `\\left\\lfloor ${a} \\right\\rfloor`,
  asin: call('\\arcsin'),
  acos: call('\\arccos'),
  atan: call('\\arctan'),
  sinh: call('\\sinh'),
  cosh: call('\\cosh'),
  asinh: call('\\operatorname{arsinh}'),
  acosh: call('\\operatorname{arcosh}'),
  atanh: call('\\operatorname{artanh}'),
  cbrt: (a) => `\\sqrt[3]{${a}}`,
  log2: call('\\log_{2}'),
  log10: call('\\log_{10}'),
  round: call('\\operatorname{round}'),
  erf: call('\\operatorname{erf}'),
  mod: call('\\operatorname{mod}'),
  // Mathematics shows the argument alone (tex.ts).
  float32: (a = '') => a,
  min: call('\\min'),
  max: call('\\max'),
  clamp: call('\\operatorname{clamp}'),
};
