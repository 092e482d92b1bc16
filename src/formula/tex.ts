import { levelOf, levelsWanted } from './print';
import { operators } from './operators';
import { specialize } from './specialize';
import type { Rule } from './rule';
import type { Expression } from './syntax';

export interface TexOptions {
  /** A symbol for a name, without which `defaultSymbol` is used. */
  readonly symbol?: (name: string) => string | undefined;
  /** The words beside the branches of a case distinction, in the reader's language. */
  readonly otherwise?: string;
}

const GREEK = new Set([
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'kappa', 'lambda', 'mu', 'nu', 'xi', 'pi',
  'rho', 'sigma', 'tau', 'phi', 'chi', 'psi', 'omega',
]);

/** `beta1` is \beta_{1}, `mhat` is \hat{m}, `vbar` is \bar{v}, longer names stand upright. */
export function defaultSymbol(name: string): string {
  const [, stem = name, digits = ''] = /^(.*?)_?(\d*)$/.exec(name) ?? [];
  const [, accented, accent] = /^(.+?)(hat|bar|tilde)$/.exec(stem) ?? [];
  const base = accented !== undefined && accent !== undefined ? `\\${accent}{${letter(accented)}}` : letter(stem);
  return digits === '' ? base : `${base}_{${digits}}`;
}

function letter(stem: string): string {
  if (GREEK.has(stem)) return `\\${stem}`;
  return stem.length === 1 ? stem : `\\mathrm{${stem.replace(/_/g, '\\_')}}`;
}

/** A formula as TeX. Names come out as letters only, so nothing in a formula can become a TeX command. */
export function expressionTex(expression: Expression, options: TexOptions = {}): string {
  switch (expression.kind) {
    case 'number':
      return numberTex(expression.value);
    case 'name':
      return options.symbol?.(expression.name) ?? (expression.name === 'e' ? '\\mathrm{e}' : defaultSymbol(expression.name));
    case 'special':
      return expression.name === 'grad'
        ? `\\nabla f\\left(${expressionTex(expression.arg, options)}\\right)`
        : `\\left\\lVert ${expressionTex(expression.arg, options)} \\right\\rVert`;
    case 'apply':
      return applyTex(expression, options);
  }
}

/** 1e-8 as 10^{-8}, 2.5e-7 as 2.5\cdot 10^{-7}. */
export function numberTex(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const power = `10^{${Number(exponent)}}`;
  return mantissa === '1' ? power : `${mantissa} \\cdot ${power}`;
}

function applyTex(expression: Expression & { kind: 'apply' }, options: TexOptions): string {
  const { operator, args } = expression;
  const bracketless = operator === 'div' || operators[operator].syntax === 'function';
  const wanted = levelsWanted(expression);
  const texts = args.map((arg, i) => {
    const text = expressionTex(arg, options);
    const exponent = operator === 'pow' && i === 1;
    return bracketless || exponent || levelOf(arg) >= (wanted[i] ?? 0) ? text : `\\left(${text}\\right)`;
  });
  if (operator === 'mul' && needsDot(args)) return texts.join(' \\cdot ');
  if (operator === 'if') return casesTex(texts, options);
  // A power of a fraction, a function or a case distinction reads wrongly without brackets.
  const [base] = args;
  if (operator === 'pow' && base?.kind === 'apply' && !texts[0]?.startsWith('\\left(')) texts[0] = `\\left(${texts[0] ?? ''}\\right)`;
  return operators[operator].tex(...texts);
}

/** Two numbers side by side would read as one. */
function needsDot(args: readonly Expression[]): boolean {
  const right = args[1];
  const first = right?.kind === 'apply' && right.operator === 'pow' ? right.args[0] : right;
  return first?.kind === 'number';
}

function casesTex([condition = '', yes = '', no = '']: readonly string[], { otherwise = 'otherwise' }: TexOptions): string {
  return `\\begin{cases} ${yes} & ${condition} \\\\ ${no} & \\text{${otherwise.replace(/[^\p{L} ]/gu, '')}} \\end{cases}`;
}

/** One displayed line of a rule. `index` is its place among the rule's assignments. */
export interface TexLine {
  readonly index: number;
  readonly name: string;
  readonly tex: string;
}

/**
 * A rule as mathematics, one line an assignment: flags decided, terms with a hyperparameter at 0 left out, and the lines
 * that then say nothing dropped, so that what is shown is what happens with these settings.
 */
export function ruleTex(rule: Rule, hyper: Readonly<Record<string, number | boolean>>, options: TexOptions = {}): TexLine[] {
  return specialize(rule, hyper).map(({ index, name, expression }) => ({
    index,
    name,
    tex: `${options.symbol?.(name) ?? defaultSymbol(name)} \\leftarrow ${expressionTex(expression, options)}`,
  }));
}
