import { brackets } from './brackets';
import { LEVEL, levelOf, requiredLevels } from './print';
import { changesOf, COLUMN, UNIT } from './hessianSystem';
import { operatorTex } from './operatorTex';
import { operators } from './operators';
import { shownLines } from './shownLines';
import { defaultSymbol } from './symbols';
import type { Rule } from './rule';
import type { Expression, SpecialName, Turn } from './syntax';

type Application = Expression & { kind: 'apply' };

export interface TexOptions {
  /** The TeX of a name; `defaultSymbol` where it is undefined. */
  readonly symbol?: (name: string) => string | undefined;
  /** The words beside the branches of an `if`, in the language of the page. */
  readonly otherwise?: string;
}

/** A formula as TeX. Names come out as letters only, so nothing in a formula can become a TeX command. */
export function expressionTex(expression: Expression, options: TexOptions = {}): string {
  switch (expression.kind) {
    case 'number':
      return numberTex(expression.value);
    case 'name':
      return (
        options.symbol?.(expression.name) ?? (expression.name === 'e' ? '\\mathrm{e}' : defaultSymbol(expression.name))
      );
    case 'special': {
      if (expression.name === 'solve_hessian') return hessianSolutionTex(expression, options);
      const [first = '', second = ''] = expression.args.map((arg, i) =>
        specialArgumentTex(expression, arg, i, options),
      );
      return specialTex[expression.name](first, second);
    }
    case 'apply':
      return expression.operator === 'float32'
        ? expressionTex(unrounded(expression), options)
        : applyTex(expression, options);
  }
}

const specialTex: Readonly<Record<SpecialName, (arg: string, other: string) => string>> = {
  grad: (arg) => `\\nabla f${brackets(arg)}`,
  loss: (arg) => `f${brackets(arg)}`,
  hvp: (arg, direction) => `\\nabla^2 f${brackets(arg)} \\, ${direction}`,
  diag_hessian: (arg) => `\\operatorname{diag} \\nabla^2 f${brackets(arg)}`,
  solve_hessian: (arg, right) => `\\nabla^2 f${brackets(arg)}^{-1} \\, ${right}`,
  norm: (arg) => `\\left\\lVert ${arg} \\right\\rVert`,
  sum: (arg) => `\\operatorname{sum}${brackets(arg)}`,
  mean: (arg) => `\\operatorname{mean}${brackets(arg)}`,
  dot: (arg, other) => `\\left\\langle ${arg},\\, ${other} \\right\\rangle`,
  project: (arg) => `\\Pi${brackets(arg)}`,
  matmul: (arg, other) => `${arg} ${other}`,
  transpose: (arg) => `${arg}^{\\top}`,
  identity: () => 'I',
  matrix_power: (arg, other) => `${arg}^{${other}}`,
  orthogonalize: (arg) => `\\operatorname{orthogonalize}${brackets(arg)}`,
  orthonormal_basis: (arg) => `\\operatorname{basis}${brackets(arg)}`,
  solve: (arg, right) => `${arg}^{-1} ${right}`,
  rows: (arg) => `\\operatorname{rows}${brackets(arg)}`,
  columns: (arg) => `\\operatorname{columns}${brackets(arg)}`,
  layerwise_norm: (arg) => `\\left\\lVert ${arg} \\right\\rVert_{\\mathrm{layer}}`,
};

/**
 * An argument of a function of rules. The vector that the Hessian is multiplied with is the second factor of a product, and so
 * are matrices in products of matrices.
 */
function specialArgumentTex(
  parent: Expression & { kind: 'special' },
  arg: Expression,
  place: number,
  options: TexOptions,
): string {
  if ((parent.name === 'hvp' || parent.name === 'solve_hessian') && place === 1)
    return argumentTex({ ...parent, kind: 'apply', operator: 'mul' }, unrounded(arg), 1, options);
  const text = expressionTex(arg, options);
  const isExponent = parent.name === 'matrix_power' && place === 1;
  return productsOfMatrices.has(parent.name) && !isExponent && !isFactor(arg) ? brackets(text) : text;
}

/** The inverse of the Hessian times a vector, with what modifiers change about the Hessian (hessianSystem.ts). */
function hessianSolutionTex(expression: Expression & { kind: 'special' }, options: TexOptions): string {
  const { args } = expression;
  const [point = '', right = ''] = args
    .slice(0, 2)
    .map((arg, place) => specialArgumentTex(expression, arg, place, options));
  if (args.length === 2) return specialTex.solve_hessian(point, right);
  const names: Readonly<Record<string, string>> = { [COLUMN]: `\\nabla^2 f${brackets(point)}`, [UNIT]: 'I' };
  const changed = expressionTex(changesOf(args)[0], {
    ...options,
    symbol: (name) => names[name] ?? options.symbol?.(name),
  });
  return `${brackets(changed)}^{-1} \\, ${right}`;
}

/** Functions of matrices that are written without a name, as a product or an exponent. */
const productsOfMatrices: ReadonlySet<SpecialName> = new Set(['matmul', 'transpose', 'matrix_power', 'solve']);

/** Whether a matrix stands in a product, or below an exponent, without brackets. */
const isFactor = (arg: Expression): boolean =>
  arg.kind === 'name' || (arg.kind === 'special' && (arg.name === 'transpose' || arg.name === 'grad'));

/** Mathematics shows the argument of `float32` without the rounding. */
function unrounded(expression: Expression): Expression {
  const rounds = expression.kind === 'apply' && expression.operator === 'float32';
  return rounds && expression.args[0] ? unrounded(expression.args[0]) : expression;
}

/** 1e-8 as 10^{-8}, 2.5e-7 as 2.5 \cdot 10^{-7}. */
export function numberTex(value: number): string {
  if (Number.isNaN(value)) return '\\mathrm{NaN}';
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty';
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const power = `10^{${Number(exponent)}}`;
  if (mantissa === '1') return power;
  return mantissa === '-1' ? `-${power}` : `${mantissa} \\cdot ${power}`;
}

function applyTex(written: Application, options: TexOptions): string {
  const args = written.args.map(unrounded);
  const expression = { ...written, args };
  const { operator } = expression;
  if (operator === 'if') return casesTex(expression, options);
  const [first = '', ...rest] = args.map((arg, place) => argumentTex(expression, arg, place, options));
  const [second = ''] = rest;
  if (operator === 'mul') return productTex(first, second);
  const [base] = args;
  // sin^2(x) rather than (sin(x))^2.
  if (operator === 'pow' && isTrigonometric(base)) return first.replace(/^\\[a-z]+/, (name) => `${name}^{${second}}`);
  return operatorTex[operator](first, ...rest);
}

/** An argument inside its parent, in brackets where it would otherwise be misread. */
function argumentTex(parent: Application, arg: Expression, place: number, options: TexOptions): string {
  const text = expressionTex(arg, options);
  // A comparison used as a number, 1 or 0, is written as an Iverson bracket.
  if (isComparison(arg)) return brackets(text, '[', ']');
  const { operator } = parent;
  const enclosed =
    operator === 'div' || operators[operator].syntax === 'function' || (operator === 'pow' && place === 1);
  if (enclosed) return text;
  if (operator === 'pow') return isBase(arg, text) ? text : brackets(text);
  const openSign = place > 0 && text.startsWith('-');
  const isOpen = operator === 'mul' && place === 0 && endsInHessian(arg);
  return openSign || isOpen || isCases(arg) || levelInTex(arg) < requiredTexLevel(parent, place)
    ? brackets(text)
    : text;
}

/** A fraction needs no brackets anywhere. */
const levelInTex = (arg: Expression): number =>
  arg.kind === 'apply' && arg.operator === 'div' ? Infinity : levelOf(arg);

/** Whether a formula ends in a product with the Hessian or in its diagonal: a factor after it would seem to be multiplied with it. */
function endsInHessian(arg: Expression): boolean {
  if (arg.kind === 'special') return arg.name === 'hvp' || arg.name === 'diag_hessian' || arg.name === 'solve_hessian';
  const last = arg.kind === 'apply' && (arg.operator === 'mul' || arg.operator === 'neg') ? arg.args.at(-1) : undefined;
  return last !== undefined && endsInHessian(last);
}

/** A product needs no brackets after a minus sign: -ab. */
function requiredTexLevel(parent: Application, place: number): number {
  const level = requiredLevels(parent)[place] ?? 0;
  return parent.operator === 'neg' ? LEVEL.product : level;
}

const isCases = (arg: Expression): arg is Application => arg.kind === 'apply' && arg.operator === 'if';

const isComparison = (arg: Expression): boolean => arg.kind === 'apply' && levelOf(arg) === LEVEL.comparison;

const isTrigonometric = (arg: Expression | undefined): boolean =>
  arg?.kind === 'apply' && (arg.operator === 'sin' || arg.operator === 'cos' || arg.operator === 'tan');

/** Whether an exponent can follow without brackets: after a plain number, a plain symbol, or an absolute value or norm. */
function isBase(arg: Expression, text: string): boolean {
  if (arg.kind === 'number') return /^[\d.]+$/.test(text);
  if (arg.kind === 'name') return !text.includes('^');
  if (arg.kind === 'special') return arg.name === 'norm' || arg.name === 'dot';
  return arg.operator === 'abs' || arg.operator === 'floor' || isTrigonometric(arg);
}

/** A product: 2x, but \alpha\,x; with a dot between two numbers, or a number and a fraction, that would be read as one. */
function productTex(left: string, right: string): string {
  const afterNumber = /(?:^|[^\w}])[\d.]+$/.test(left);
  if (/^[\d.]/.test(right) || (afterNumber && right.startsWith('\\frac'))) return `${left} \\cdot ${right}`;
  return afterNumber ? `${left} ${right}` : `${left} \\, ${right}`;
}

function casesTex(expression: Application, options: TexOptions): string {
  return `\\begin{cases} ${caseRows(expression, options)} \\end{cases}`;
}

/** The rows of an `if`, one for each case. An `if` in the last branch continues the same list. */
function caseRows(expression: Expression, options: TexOptions): string {
  if (!isCases(expression)) {
    const words = (options.otherwise ?? 'otherwise').replace(/[^\p{L} ]/gu, '');
    return `${expressionTex(expression, options)} & \\text{${words}}`;
  }
  const [condition, value, otherwise] = expression.args.map(unrounded).map((arg, place) => {
    if (place === 2) return caseRows(arg, options);
    const text = expressionTex(arg, options);
    return place === 1 || isComparison(arg) ? text : `${text} \\ne 0`;
  });
  return operatorTex.if(condition ?? '', value ?? '', otherwise ?? '');
}

/** What stands before a line of a loop: before the first of its lines how often they are repeated, before the others as much room. */
function repeatedTex({ loop, count }: Turn, before: Turn | undefined): string {
  const times = `${count} \\times\\;\\vert\\;`;
  return before?.loop === loop ? `\\phantom{${count} \\times\\;}\\vert\\;` : times;
}

/** One displayed line of a rule. `index` is its place among the rule's assignments; in a loop, that of its last turn. */
export interface TexLine {
  readonly index: number;
  readonly name: string;
  readonly tex: string;
}

/**
 * A rule as mathematics, one line for each assignment, simplified for these hyperparameters (specialize.ts): flags are
 * decided, terms that are multiplied by 0 are left out, and so are lines that nothing reads then.
 */
export function ruleTex(
  rule: Rule,
  hyper: Readonly<Record<string, number | boolean>>,
  options: TexOptions = {},
): TexLine[] {
  const lines = shownLines(rule, hyper);
  return lines.map(({ index, name, expression, turn }, place) => ({
    index,
    name,
    tex: `${turn ? repeatedTex(turn, lines[place - 1]?.turn) : ''}${options.symbol?.(name) ?? defaultSymbol(name)} \\leftarrow ${expressionTex(expression, options)}`,
  }));
}
