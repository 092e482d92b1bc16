import { FormulaError, parseRule, type Rule } from '../../formula';
import { MOST_SOLVED } from '../../formula/hessianSystem';
import { specialCalls } from '../../formula/specials';
import { modifiers } from '../../catalogue';

/** Names of a run's other fields in links. */
const fieldsOfRuns = [
  'batch',
  'accumulate',
  'reduce',
  'tail',
  'sampling',
  'stages',
  'schedule',
  'warmup',
  'maximized',
  'precision',
];

/** Names that a rule of the user's cannot have: those of what stands around a rule, which no rule of the catalogue has either. */
const taken: ReadonlySet<string> = new Set([
  'before',
  ...fieldsOfRuns,
  ...modifiers.flatMap(({ id, settings }) => [id, ...Object.keys(settings)]).filter((name) => name !== 'maximize'),
]);

/** A rule's text as it is kept: lines end at line breaks, and not at semicolons outside of comments. */
export const linesOfRule = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/^[^#]*/, (code) => code.replaceAll(';', '\n')))
    .join('\n');

/**
 * Checks a rule that the user wrote, beyond what the language asks: it has a rate, and names that do not collide.
 * @throws FormulaError with the position of what is wrong
 */
function readOwnRule(text: string): Rule {
  const rule = parseRule(text, taken);
  const { name, hyper, states, lines } = rule;
  const at = text.indexOf(name);
  if (!hyper.some((one) => one.name === 'lr' && !one.flag))
    throw new FormulaError('noRate', at, name.length, { found: name });
  const names = new Map<string, string>();
  for (const { name: one } of [...hyper, ...states, ...lines]) {
    const alike = names.get(pythonForm(one));
    if (alike !== undefined && alike !== one)
      throw new FormulaError('duplicate', text.search(new RegExp(`\\b${one}\\b`)), one.length, { found: one });
    names.set(pythonForm(one), one);
  }
  return rule;
}

/** Names with the same form would be one name in exported code. */
const pythonForm = (name: string): string =>
  name
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase()
    .replace(/_+$/, '');

/** The fault of a rule that solves the Hessian of more parameters than can be solved; null if it does not. */
function tooManySolved(rule: Rule, text: string, parameters: number): FormulaError | null {
  const call = parameters > MOST_SOLVED && specialCalls(rule).find(({ name }) => name === 'solve_hessian');
  if (!call) return null;
  // A call in brackets begins at its bracket.
  const at = text.indexOf(call.name, call.at);
  return new FormulaError('tooManySolved', at, call.name.length, { max: MOST_SOLVED, given: parameters });
}

/**
 * What is wrong with a text that is to be a rule of the user's; null if nothing is.
 * @param parameters how many the problem has, if a rule for so many may be too large
 */
export function ruleFault(text: string, parameters = 0): FormulaError | null {
  try {
    const kept = linesOfRule(text);
    return tooManySolved(readOwnRule(kept), kept, parameters);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
}
