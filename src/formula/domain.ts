import { evaluate } from './code';
import { operators } from './operators';
import type { OperatorName } from './node';
import { print } from './print';
import { freeNames, type Expression } from './syntax';

/** What must hold at a point for a formula to have a value there, as a text of the formula language: `x - 1 > 0`. */
export type Condition = string;

type Interval = readonly [low: number, high: number];
type Ranges = Readonly<Record<string, Interval>>;

const EVERYTHING: Interval = [-Infinity, Infinity];

/**
 * Conditions that a formula needs for its value to be a number, of those that can fail: `log(x - 1)` needs `x - 1 > 0`,
 * `sqrt(x^2 + 1)` needs none. What stands in a branch of `if` is left out, because it need not be evaluated; the list may
 * be incomplete in other respects too, but every condition on it is necessary.
 * @param values of the names that are constants
 */
export function conditionsOf(expression: Expression, values: Readonly<Record<string, number>> = {}): Condition[] {
  const ranges: Ranges = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value, value]]));
  return [...new Set(collect(expression, ranges))];
}

function collect(expression: Expression, ranges: Ranges): Condition[] {
  if (expression.kind !== 'apply') return [];
  const { operator, args } = expression;
  const [first] = args;
  if (operator === 'if') return first ? collect(first, ranges) : [];
  return [...args.flatMap((arg) => collect(arg, ranges)), ...ownConditions(operator, args, ranges)];
}

/** The argument of an operation and the interval that it must lie in; `open` where the ends do not belong to it. */
interface Need {
  readonly arg: Expression;
  readonly within: Interval;
  readonly open?: boolean;
}

const needs: Readonly<Partial<Record<OperatorName, Omit<Need, 'arg'>>>> = {
  log: { within: [0, Infinity], open: true },
  log2: { within: [0, Infinity], open: true },
  log10: { within: [0, Infinity], open: true },
  log1p: { within: [-1, Infinity], open: true },
  sqrt: { within: [0, Infinity] },
  asin: { within: [-1, 1] },
  acos: { within: [-1, 1] },
  acosh: { within: [1, Infinity] },
  atanh: { within: [-1, 1], open: true },
};

function ownConditions(operator: OperatorName, args: readonly Expression[], ranges: Ranges): Condition[] {
  const [a, b] = args;
  if (!a) return [];
  const need = needs[operator];
  if (need) return interval({ arg: a, ...need }, ranges);
  if (operator === 'div' && b) return notZero(b, ranges);
  if (operator === 'pow' && b) return ofPower(a, b, ranges);
  return [];
}

function interval({ arg, within: [low, high], open = false }: Need, ranges: Ranges): Condition[] {
  const [least, most] = rangeOf(arg, ranges);
  const sign = open ? ['>', '<'] : ['>=', '<='];
  const isBelow = open ? least <= low : least < low;
  const isAbove = open ? most >= high : most > high;
  return [
    ...(low > -Infinity && isBelow ? [`${print(arg)} ${sign[0]} ${low}`] : []),
    ...(high < Infinity && isAbove ? [`${print(arg)} ${sign[1]} ${high}`] : []),
  ];
}

function notZero(arg: Expression, ranges: Ranges): Condition[] {
  const [least, most] = rangeOf(arg, ranges);
  return least > 0 || most < 0 ? [] : [`${print(arg)} != 0`];
}

/** A negative number has no power that is not whole, and 0 none below 0. */
function ofPower(base: Expression, exponent: Expression, ranges: Ranges): Condition[] {
  const [low, high] = rangeOf(exponent, ranges);
  if (low !== high) return interval({ arg: base, within: [0, Infinity] }, ranges);
  if (Number.isInteger(low)) return low < 0 ? notZero(base, ranges) : [];
  return interval({ arg: base, within: [0, Infinity], open: low < 0 }, ranges);
}

/** An interval that holds every value of a formula. */
function rangeOf(expression: Expression, ranges: Ranges): Interval {
  if (expression.kind === 'number') return [expression.value, expression.value];
  if (expression.kind === 'special') return EVERYTHING;
  if (freeNames(expression).size === 0) return constant(evaluate(expression, {}));
  if (expression.kind === 'name') return ranges[expression.name] ?? EVERYTHING;
  const args = expression.args.map((arg) => rangeOf(arg, ranges));
  if (args.every(([low, high]) => low === high))
    return constant(operators[expression.operator].evaluate(...args.map(([value]) => value)));
  return applied(expression.operator, args, expression.args);
}

const constant = (value: number): Interval => (Number.isNaN(value) ? EVERYTHING : [value, value]);

function applied(operator: OperatorName, ranges: readonly Interval[], args: readonly Expression[]): Interval {
  const [[a, b], [c, d]] = [ranges[0] ?? EVERYTHING, ranges[1] ?? EVERYTHING];
  switch (operator) {
    case 'add':
      return [a + c, b + d];
    case 'sub':
      return [a - d, b - c];
    case 'neg':
      return [-b, -a];
    case 'mul':
      return isSame(args) ? squared([a, b]) : product([a, b], [c, d]);
    case 'pow':
      return c === d && c % 2 === 0 && c > 0 ? squared([a, b], c) : a >= 0 ? [0, Infinity] : EVERYTHING;
    case 'abs':
      return a >= 0 ? [a, b] : b <= 0 ? [-b, -a] : [0, Math.max(-a, b)];
    case 'exp':
      // Underflow makes it 0, which a logarithm or a quotient does not bear either; that is no property of the formula.
      return [Math.max(Math.exp(a), Number.MIN_VALUE), Math.exp(b)];
    case 'sqrt':
      return [Math.sqrt(Math.max(0, a)), Math.sqrt(Math.max(0, b))];
    case 'cosh':
      return [1, Infinity];
    case 'softplus':
      return [Number.MIN_VALUE, Infinity];
    case 'relu':
      return [Math.max(0, a), Math.max(0, b)];
    case 'sin':
    case 'cos':
    case 'tanh':
    case 'erf':
    case 'sign':
      return [-1, 1];
    case 'sigmoid':
      return [Number.MIN_VALUE, 1];
    case 'max':
      return [Math.max(a, c), Math.max(b, d)];
    case 'min':
      return [Math.min(a, c), Math.min(b, d)];
    default:
      return EVERYTHING;
  }
}

const isSame = ([one, other]: readonly Expression[]): boolean =>
  one !== undefined && other !== undefined && print(one) === print(other);

function squared([a, b]: Interval, power = 2): Interval {
  const ends = [Math.abs(a) ** power, Math.abs(b) ** power];
  return [a <= 0 && b >= 0 ? 0 : Math.min(...ends), Math.max(...ends)];
}

function product([a, b]: Interval, [c, d]: Interval): Interval {
  const ends = [a * c, a * d, b * c, b * d];
  // 0 times infinity stands for values that may be anything.
  if (ends.some(Number.isNaN)) return a >= 0 && c >= 0 ? [0, Infinity] : EVERYTHING;
  return [Math.min(...ends), Math.max(...ends)];
}
