import { all as factories, create, type BigNumber, type MathJsInstance, type MathNode } from 'mathjs';
import { operators, type Graph, type NodeId, type OperatorName } from '../index';

/** Functions that mathjs lacks, as docs/formula-language.md defines them, and `floor`: mathjs's rounds up numbers that are nearly whole. */
const missing = {
  if: (c: number | boolean, a: number, b: number) => (Number(c) !== 0 ? a : b),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  relu: (x: number) => (Number.isNaN(x) ? x : Math.max(x, 0)),
  floor: (x: number) => Math.floor(x),
  float32: (x: number) => new DataView(single(x)).getFloat32(0),
  clamp: (x: number, low: number, high: number) => Math.min(Math.max(x, low), high),
  log2: (x: number) => Math.log2(x),
  cbrt: (x: number) => Math.cbrt(x),
  round: (x: number) => (Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x)),
  mod: (x: number, y: number) => (x % y === 0 || x < 0 === y < 0 ? x % y : (x % y) + y),
  // To the last bit only itself; how near the truth it is, erf.test.ts asks.
  erf: operators.erf.evaluate,
};

/** A number rounded to IEEE 754 binary32. */
function single(x: number): ArrayBuffer {
  const bytes = new ArrayBuffer(4);
  new DataView(bytes).setFloat32(0, x);
  return bytes;
}

// The types allow the factories to be undefined.
// By default mathjs treats nearly equal numbers as equal. Real numbers only, as in our language.
const all = factories ?? {};
const exactComparison = { relTol: 1e-300, absTol: 0, predictable: true } as const;
const float64 = create(all, exactComparison);
// Powers as in IEEE 754: mathjs tries roots of negative numbers, and gives NaN for (-0.5)^-Infinity.
float64.import({ pow: Math.pow }, { override: true });

/** The value of a text by mathjs's own parser and evaluator, in float64. */
export function mathjsValue(text: string, values: Readonly<Record<string, number>>): number {
  return Number(float64.evaluate(text, { ...missing, ...values }));
}

const DIGITS = 80;
/** 80 decimal digits, so that rounding does not affect the comparisons. */
const decimalSettings = { ...exactComparison, number: 'BigNumber', precision: DIGITS } as const;
export const decimal: MathJsInstance = create(all, decimalSettings);

/** A double's exact value to 80 digits: decimal.js itself would read 0.1 as the decimal 0.1. */
export function big(value: number): BigNumber {
  if (!Number.isFinite(value)) return decimal.bignumber(value);
  let [whole, halvings] = [value, 0];
  for (; !Number.isInteger(whole); halvings += 1) whole *= 2;
  return decimal.bignumber(BigInt(whole).toString()).div(decimal.bignumber(2).pow(halvings));
}

const one = big(1);
const zero = big(0);
const truth = (holds: boolean): BigNumber => (holds ? one : zero);
const notANumber = big(Number.NaN);

/** decimal.js's number for rounding to the even one of two neighbours. */
const HALF_EVEN = 6;

/** The error function to 80 digits, by a series without cancellation; past 14 it is 1 to that many. */
export function decimalErf(x: BigNumber): BigNumber {
  if (x.isNaN() || x.isZero()) return x;
  if (x.abs().gt(14)) return big(x.comparedTo(zero));
  const twice = x.mul(x).mul(2);
  let [term, sum] = [one, one];
  for (let n = 1; term.gt(sum.mul('1e-82')); n += 1) {
    term = term.mul(twice).div(2 * n + 1);
    sum = sum.add(term);
  }
  return sum.mul(x).mul(2).mul(x.mul(x).neg().exp()).div(decimal.bignumber(-1).acos().sqrt());
}

/** The operators over decimals, from decimal.js alone, independent of our own table. */
const decimals: Readonly<Record<OperatorName, (a: BigNumber, b: BigNumber, c: BigNumber) => BigNumber>> = {
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  pow: (a, b) => a.pow(b),
  neg: (a) => a.neg(),
  lt: (a, b) => truth(a.lt(b)),
  le: (a, b) => truth(a.lte(b)),
  gt: (a, b) => truth(a.gt(b)),
  ge: (a, b) => truth(a.gte(b)),
  eq: (a, b) => truth(a.eq(b)),
  ne: (a, b) => truth(!a.eq(b)),
  if: (c, a, b) => (c.isZero() ? b : a),
  abs: (a) => a.abs(),
  sign: (a) => (a.isNaN() ? a : big(a.comparedTo(zero))),
  sqrt: (a) => a.sqrt(),
  exp: (a) => a.exp(),
  log: (a) => a.ln(),
  log1p: (a) => a.add(one).ln(),
  expm1: (a) => a.exp().sub(one),
  sin: (a) => a.sin(),
  cos: (a) => a.cos(),
  tan: (a) => a.tan(),
  tanh: (a) => a.tanh(),
  sigmoid: (a) => one.div(a.neg().exp().add(one)),
  softplus: (a) => a.exp().add(one).ln(),
  relu: (a) => (a.lt(zero) ? zero : a),
  floor: (a) => a.floor(),
  asin: (a) => a.asin(),
  acos: (a) => a.acos(),
  atan: (a) => a.atan(),
  sinh: (a) => a.sinh(),
  cosh: (a) => a.cosh(),
  asinh: (a) => a.asinh(),
  acosh: (a) => a.acosh(),
  atanh: (a) => a.atanh(),
  cbrt: (a) => a.cbrt(),
  log2: (a) => a.log(2),
  log10: (a) => a.log(10),
  round: (a) => a.toDecimalPlaces(0, HALF_EVEN),
  mod: (a, b) => a.sub(b.mul(a.div(b).floor())),
  erf: (a) => decimalErf(a),
  // Our derivative of float32 ignores the rounding, so difference quotients must not see it either.
  float32: (a) => a,
  min: (a, b) => (a.isNaN() || b.isNaN() ? notANumber : a.lt(b) ? a : b),
  max: (a, b) => (a.isNaN() || b.isNaN() ? notANumber : a.gt(b) ? a : b),
  clamp: (a, low, high) => decimals.min(decimals.max(a, low, low), high, high),
};

/** Some nodes of a graph, computed in decimals; `inputs` by name. */
export function decimalValues(
  graph: Graph,
  inputs: ReadonlyMap<string, BigNumber>,
  wanted: readonly NodeId[],
): BigNumber[] {
  const values = decimalRegisters(graph, inputs);
  return wanted.map((id) => values[id] ?? notANumber);
}

/** Computes every node of a graph in the order of ids, which is an order in which they can be computed. */
export function decimalRegisters(graph: Graph, inputs: ReadonlyMap<string, BigNumber>): BigNumber[] {
  const values: BigNumber[] = [];
  for (const node of graph.nodes) {
    if (node.kind === 'constant') values.push(big(node.value));
    else if (node.kind === 'input') values.push(inputs.get(node.name) ?? notANumber);
    else {
      const [a = zero, b = zero, c = zero] = node.args.map((id) => values[id] ?? notANumber);
      values.push(decimals[node.operator](a, b, c));
    }
  }
  return values;
}

// Comparisons that give 1 and 0: mathjs's booleans do not mix with decimals. In a separate instance, since mathjs itself
// uses its comparisons internally.
const reader = create(all, decimalSettings);
const { lt: smaller, le: smallerEq, gt: larger, ge: largerEq, eq: equal, ne: unequal } = decimals;
reader.import({ smaller, smallerEq, larger, largerEq, equal, unequal }, { override: true });

/** Functions that mathjs lacks, has inexactly (floor), or computes by its own comparisons (min, max). */
const { sigmoid, softplus, relu, floor, float32, min, max, clamp, log1p, expm1, cbrt, log2, round, mod, erf } =
  decimals;
const decimalScope = {
  if: decimals.if,
  sigmoid,
  softplus,
  relu,
  floor,
  float32,
  min,
  max,
  clamp,
  log1p,
  expm1,
  cbrt,
  log2,
  round,
  mod,
  erf,
};

type DecimalFunction = (inputs: ReadonlyMap<string, BigNumber>) => BigNumber;

function compiled(formula: MathNode): DecimalFunction {
  const code = formula.compile();
  return (inputs) => {
    const value: unknown = code.evaluate({ ...decimalScope, ...Object.fromEntries(inputs) });
    return decimal.isBigNumber(value) ? value : notANumber;
  };
}

/** A text read by mathjs's own parser, as a function of decimals. */
export const mathjsDecimal = (text: string): DecimalFunction => compiled(reader.parse(text));

/** The derivative of a text by one name, by mathjs's own rules, as a function of decimals. */
export const mathjsDerivative = (text: string, name: string): DecimalFunction =>
  compiled(decimal.derivative(text, name, { simplify: false }));
