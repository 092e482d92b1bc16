import type { OperatorName } from '../node';
import { functionNames, operators } from '../operators';
import type { Expression } from '../syntax';
import { apply, numeral } from './tree';

/** A function as people call it: how many arguments it takes and what it is in the language. */
export interface Callable {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly build: (args: readonly Expression[]) => Expression;
}

/** Other names of functions of the language. */
const aliases: Readonly<Record<string, OperatorName>> = {
  ln: 'log',
  lg: 'log10',
  ld: 'log2',
  log_2: 'log2',
  log_10: 'log10',
  squareroot: 'sqrt',
  fabs: 'abs',
  absolute: 'abs',
  sgn: 'sign',
  signum: 'sign',
  tg: 'tan',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arctg: 'atan',
  ...Object.fromEntries(
    (['sinh', 'cosh', 'tanh'] as const).flatMap((name) => [
      [`arc${name}`, `a${name}`],
      [`ar${name}`, `a${name}`],
    ]),
  ),
  maximum: 'max',
  minimum: 'min',
  fmax: 'max',
  fmin: 'min',
  clip: 'clamp',
  where: 'if',
  remainder: 'mod',
  rint: 'round',
  expit: 'sigmoid',
  logistic: 'sigmoid',
};

const call =
  (operator: OperatorName): Callable['build'] =>
  (args) =>
    apply(operator, ...args);
const first = ([a = numeral(0)]: readonly Expression[]): Expression => a;

const ofOperator = (name: OperatorName): Callable => {
  const { arity } = operators[name];
  return { name, least: arity, most: arity, build: call(name) };
};

/** More than two are compared one after the other. */
const extremum = (name: 'min' | 'max'): Callable => ({
  name,
  least: 2,
  most: 100,
  build: ([a = numeral(0), ...rest]) => rest.reduce((best, arg) => apply(name, best, arg), a),
});

/** The natural logarithm, or with a second argument the one to that base, as in Python. */
const logarithm: Callable = {
  name: 'log',
  least: 1,
  most: 2,
  build: ([a = numeral(1), base]) => {
    if (base === undefined) return apply('log', a);
    const known = base.kind === 'number' ? { 2: 'log2' as const, 10: 'log10' as const }[base.value] : undefined;
    return known ? apply(known, a) : apply('div', apply('log', a), apply('log', base));
  },
};

const inverseOf = (name: OperatorName) => (args: readonly Expression[]) =>
  apply('div', numeral(1), apply(name, ...args));

/** Functions that the language writes in another way. */
const composed: Readonly<Record<string, Callable>> = {
  pow: { name: 'pow', least: 2, most: 2, build: call('pow') },
  power: { name: 'pow', least: 2, most: 2, build: call('pow') },
  square: { name: 'square', least: 1, most: 1, build: (args) => apply('pow', first(args), numeral(2)) },
  cot: { name: 'cot', least: 1, most: 1, build: inverseOf('tan') },
  ctg: { name: 'cot', least: 1, most: 1, build: inverseOf('tan') },
  sec: { name: 'sec', least: 1, most: 1, build: inverseOf('cos') },
  csc: { name: 'csc', least: 1, most: 1, build: inverseOf('sin') },
  hypot: {
    name: 'hypot',
    least: 2,
    most: 2,
    build: (args) =>
      apply(
        'sqrt',
        args.map((a) => apply('pow', a, numeral(2))).reduce((a, b) => apply('add', a, b)),
      ),
  },
};

const callables: ReadonlyMap<string, Callable> = new Map([
  ...functionNames.map((name) => [name, ofOperator(name)] as const),
  ...Object.entries(aliases).map(([alias, name]) => [alias, ofOperator(name)] as const),
  ...Object.entries(composed),
  ...(['max', 'maximum', 'fmax'] as const).map((alias) => [alias, extremum('max')] as const),
  ...(['min', 'minimum', 'fmin'] as const).map((alias) => [alias, extremum('min')] as const),
  ['log', logarithm],
]);

/** The function that a word means, in capitals or not; undefined if it means none. */
export const callableOf = (word: string): Callable | undefined =>
  callables.get(word) ?? (word.length > 1 ? callables.get(word.toLowerCase()) : undefined);

/** Every word that means a function. */
export const callableNames = [...callables.keys()];

/** What stands before the names of functions and constants in programs. */
export const libraries: ReadonlySet<string> = new Set(
  'np numpy jnp jax math cmath Math torch tf tensorflow keras scipy special sp sympy sym nn functional F K mx nd'.split(
    ' ',
  ),
);

/** The inverse of a function f that f^-1 may mean. */
export const inverses: Readonly<Partial<Record<string, OperatorName>>> = {
  sin: 'asin',
  cos: 'acos',
  tan: 'atan',
  sinh: 'asinh',
  cosh: 'acosh',
  tanh: 'atanh',
};
