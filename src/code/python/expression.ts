import { namedConstants, operators, type Expression, type OperatorName } from '../../formula';
import { LEVEL, levelOf, requiredLevels } from '../../formula/print';
import type { SpecialName } from '../../formula/syntax';
import { isOverTensors } from '../subject/tensorFunctions';
import {
  asNumbers,
  asNumbersOfTheta,
  tensorOf,
  torchCall,
  where,
  type Dialect,
  type Kind,
  type Numbers,
  type TensorDialect,
} from './dialect';
import { numberText } from './lines';
import { isSign, pythonCalls, pythonSigns } from './operators';

/** What a name of a formula is in the program. */
export interface Meaning {
  readonly text: string;
  readonly kind: Kind;
  /** Whether it is one number, plain or in a tensor, rather than one for each parameter. */
  readonly isSingle?: boolean;
  /** The value of a plain number, where the program does not change it. */
  readonly value?: number;
}

/** Where a formula is printed: the library, and what its names and special functions stand for. */
export interface Scope {
  readonly dialect: TensorDialect;
  readonly name: (name: string) => Meaning | undefined;
  /** The call of a function that only rules have, given its arguments, and whether each is one number. */
  readonly special?: (name: SpecialName, args: readonly (Meaning & { readonly isSingle: boolean })[]) => string;
  /** A tensor with the same number for every parameter; in rules. */
  readonly filled?: (number: string) => string;
  /** How numbers are written in another format than float64. */
  readonly numbers?: Numbers | undefined;
}

/** A formula in Python. `level` is its binding strength, as in formula/print.ts; a conditional binds weakest of all. */
interface Printed extends Meaning {
  readonly level: number;
}

const CONDITIONAL = -1;

/** A formula as Python, the one printer for losses, rules and schedules. Throws RangeError on a name that has no meaning. */
export const pythonOf = (expression: Expression, scope: Scope): string =>
  asNumber(printed(expression, scope), scope).text;

/** Whether a formula is a tensor in Python. */
export const isTensor = (expression: Expression, scope: Scope): boolean => printed(expression, scope).kind !== 'number';

/** The functions of rules that give one number for each parameter. */
const perParameter: ReadonlySet<SpecialName> = new Set(['grad', 'hvp', 'diag_hessian', 'solve_hessian', 'project']);

/** Whether a formula is one number for all parameters. */
export function isSingle(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'name': {
      const meaning = scope.name(expression.name);
      return !meaning || meaning.kind === 'number' || meaning.isSingle === true;
    }
    case 'special':
      return !perParameter.has(expression.name) && !isOverTensors(expression.name);
    case 'apply':
      return expression.args.every((arg) => isSingle(arg, scope));
  }
}

function printed(expression: Expression, scope: Scope): Printed {
  switch (expression.kind) {
    case 'number':
      return { text: numberText(expression.value), kind: 'number', level: levelOf(expression) };
    case 'name':
      return nameOf(expression.name, scope);
    case 'special': {
      if (!scope.special) throw new RangeError(`${expression.name} has no meaning here`);
      const args = expression.args.map((arg) => ({
        ...asNumber(printed(arg, scope), scope),
        isSingle: isSingle(arg, scope),
      }));
      return call(scope.special(expression.name, args), 'tensor');
    }
    case 'apply':
      return applied(expression, scope);
  }
}

const call = (text: string, kind: Kind): Printed => ({ text, kind, level: LEVEL.call });

function nameOf(name: string, scope: Scope): Printed {
  const meaning = scope.name(name);
  if (meaning) return { ...meaning, level: LEVEL.call };
  if (!Object.hasOwn(namedConstants, name)) throw new RangeError(`${name} has no meaning here`);
  return call(`math.${name}`, 'number');
}

function applied(expression: Expression & { kind: 'apply' }, scope: Scope): Printed {
  const { operator, args } = expression;
  if (operator === 'if') return conditional(args, scope);
  if (isComparison(operator)) return comparison(expression, scope);
  const values = args.map((arg) => asNumber(printed(arg, scope), scope));
  const kind = values.some((value) => value.kind === 'tensor') ? 'tensor' : 'number';
  if (isSign(operator)) return operation(expression, values, kind, scope);
  const dialect: Dialect = kind === 'tensor' ? scope.dialect : 'python';
  // What the language rounds to float32 has no more digits in the other formats.
  if (operator === 'float32' && kind === 'tensor' && scope.numbers && values[0]) return values[0];
  const text = pythonCalls[operator][dialect](...argumentsOf(operator, values, dialect, scope));
  return call(dialect === 'torch' ? torchCall(text, scope.numbers) : text, kind);
}

/** An operation; between tensors of 16 bits with its numbers rounded to them. */
function operation(
  expression: Expression & { kind: 'apply' },
  values: readonly Printed[],
  kind: Kind,
  { numbers }: Scope,
): Printed {
  const level = levelOf(expression);
  if (!numbers?.roundsEach || kind === 'number') return { text: signs(expression, values), kind, level };
  const [base, exponent] = values;
  if (expression.operator === 'pow' && base && exponent?.kind === 'number') {
    const n = wholeNumber(expression.args[1]);
    if (n === 2) return { text: signs(expression, values), kind, level };
    if (n !== null) return call(`power(${base.text}, ${n})`, kind);
  }
  const rounded = values.map((value, i) =>
    value.kind === 'number' && !numbers.isExact(value.value ?? literal(expression.args[i]))
      ? call(numbers.tensor(value.text), 'tensor')
      : value,
  );
  // The slope of such a power takes a logarithm.
  if (expression.operator === 'pow' && numbers.lacksFunctions && exponent?.kind === 'tensor')
    return call(`in_float32(torch.pow, ${rounded.map(({ text }) => text).join(', ')})`, kind);
  return { text: signs(expression, rounded), kind, level };
}

/** The value of a number with or without a sign; null of everything else. */
function literal(expression: Expression | undefined): number | null {
  if (expression?.kind === 'number') return expression.value;
  if (expression?.kind !== 'apply' || expression.operator !== 'neg') return null;
  const value = literal(expression.args[0]);
  return value === null ? null : -value;
}

/** A whole exponent whose power the page computes by products (formula/graph.ts). */
function wholeNumber(expression: Expression | undefined): number | null {
  const value = literal(expression);
  return value !== null && Number.isInteger(value) && value !== 0 && Math.abs(value) <= 16 ? value : null;
}

/** Infix and prefix operators, with parentheses where an argument binds too weakly. */
function signs(expression: Expression & { kind: 'apply' }, values: readonly Printed[]): string {
  const { operator } = expression;
  const sign = pythonSigns[operator as keyof typeof pythonSigns];
  const wanted = requiredLevels(expression);
  const texts = values.map(({ text, level }, i) => (level < (wanted[i] ?? 0) ? `(${text})` : text));
  if (operator === 'neg') return `${sign}${texts.join('')}`;
  const { syntax } = operators[operator];
  const isSpaced = typeof syntax === 'object' && (syntax.precedence === 'sum' || syntax.precedence === 'comparison');
  return texts.join(isSpaced ? ` ${sign} ` : sign);
}

const comparisons: ReadonlySet<OperatorName> = new Set(['lt', 'le', 'gt', 'ge', 'eq', 'ne']);
const isComparison = (operator: OperatorName): boolean => comparisons.has(operator);

function comparison(expression: Expression & { kind: 'apply' }, scope: Scope): Printed {
  const values = expression.args.map((arg) => asNumber(printed(arg, scope), scope));
  // Python counts with the truth of numbers, True being 1; tensors have to be told.
  const kind = values.some((value) => value.kind === 'tensor') ? 'mask' : 'number';
  return operation(expression, values, kind, scope);
}

/** A mask in a formula is 1 or 0. */
function asNumber(value: Printed, { dialect, numbers }: Scope): Printed {
  const texts = numbers ? asNumbersOfTheta : asNumbers;
  return value.kind === 'mask' ? call(texts[dialect](value.text), 'tensor') : value;
}

/** `a if c else b` where the condition is a number: the other branch is then not computed. Otherwise an elementwise choice. */
function conditional([condition, yes, no]: readonly Expression[], scope: Scope): Printed {
  if (!condition || !yes || !no) throw new RangeError('a conditional needs three arguments');
  const test = printed(condition, scope);
  const branches = [yes, no].map((branch) => asNumber(printed(branch, scope), scope));
  const isTrue = condition.kind === 'apply' && isComparison(condition.operator);
  if (test.kind === 'number') {
    const kind = branches.some((branch) => branch.kind === 'tensor') ? 'tensor' : 'number';
    const alike = branches.map((branch) =>
      branch.kind !== kind && scope.filled ? call(scope.filled(branch.text), kind) : branch,
    );
    const [first = '', second = ''] = alike.map(({ text, level }) => (level === CONDITIONAL ? `(${text})` : text));
    const asked = isTrue ? test.text : `${test.level < LEVEL.call ? `(${test.text})` : test.text} != 0`;
    return { text: `${first} if ${asked} else ${second}`, kind, level: CONDITIONAL };
  }
  const mask = test.kind === 'mask' ? test.text : `${test.level < LEVEL.sum ? `(${test.text})` : test.text} != 0`;
  // Of two whole numbers Keras makes a tensor of whole numbers.
  const areNumbers = branches.every(({ kind }) => kind === 'number');
  const [first = '', second = ''] = branches.map((branch) =>
    scope.dialect === 'keras' && areNumbers
      ? (scope.numbers?.tensor ?? tensorOf.keras)(branch.text)
      : tensorText(branch, scope),
  );
  return call(where[scope.dialect](mask, first, second), 'tensor');
}

const tensorText = ({ text, kind }: Printed, { dialect, numbers }: Scope): string =>
  kind === 'number' && dialect === 'torch' ? (numbers?.tensor ?? tensorOf[dialect])(text) : text;

/** torch's functions of two or three tensors take no plain numbers, except `clamp` with both bounds plain. */
function argumentsOf(operator: OperatorName, values: readonly Printed[], dialect: Dialect, scope: Scope): string[] {
  const texts = values.map(({ text }) => text);
  if (dialect !== 'torch' || values.length === 1) return texts;
  const hasPlainBounds = values.slice(1).every(({ kind }) => kind === 'number') && values[0]?.kind === 'tensor';
  return operator === 'clamp' && hasPlainBounds ? texts : values.map((value) => tensorText(value, scope));
}
