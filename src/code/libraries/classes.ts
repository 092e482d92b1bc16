import { numberText } from '../python/lines';
import type { RuleSubject } from '../subject/rule';
import type { Subject } from '../subject/subject';

/** An argument of a library's class: which hyperparameters it takes, and its default there. */
export interface ClassArgument {
  readonly name: string;
  readonly of: string | readonly [string, string];
  readonly default: number | boolean | readonly [number, number];
}

/** A class of a library whose rule is that of an optimizer of the catalogue. */
export interface SameRule {
  /** Its name with the module, such as `torch.optim.Adam`. */
  readonly class: string;
  /** Its arguments besides the parameters and the rate. */
  readonly arguments: readonly ClassArgument[];
  /** Why the class does not do what this run does; null if it does. */
  readonly unless?: (subject: Subject) => string | null;
}

/** What the library has instead, and in what it differs. The rule is then written out. */
export interface OtherRule {
  readonly differs: string;
}

/** By the keys of the catalogue's optimizers. One that is missing is written out without a remark. */
export type ClassTable = Readonly<Record<string, SameRule | OtherRule>>;

/** The class for a run, or the sentence that says why there is none. */
export function classFor(table: ClassTable, subject: Subject): SameRule | OtherRule {
  const entry = Object.hasOwn(table, subject.rule.id) ? table[subject.rule.id] : undefined;
  if (!entry || 'differs' in entry) return entry ?? { differs: 'The library has no such rule.' };
  const reason = entry.unless?.(subject) ?? null;
  return reason === null ? entry : { differs: reason };
}

/** The arguments that are not at the class's defaults: `, betas=(0.9, 0.99)`. */
export const argumentsText = (entry: SameRule, { hyper }: RuleSubject): string =>
  entry.arguments.map((argument) => argumentText(argument, hyper)).join('');

function argumentText({ name, of, default: usual }: ClassArgument, hyper: RuleSubject['hyper']): string {
  const values = [of].flat().map((key) => hyper[key] ?? Number.NaN);
  if ([usual].flat().every((value, i) => Number(value) === values[i])) return '';
  if (typeof usual === 'boolean') return `, ${name}=${values[0] === 1 ? 'True' : 'False'}`;
  const texts = values.map(numberText);
  return `, ${name}=${texts.length === 1 ? texts.join('') : `(${texts.join(', ')})`}`;
}
