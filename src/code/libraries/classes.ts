import { numberText } from '../python/lines';
import type { RuleSubject } from '../subject/rule';
import type { Subject } from '../subject/subject';

type Hyper = RuleSubject['hyper'];

/** An argument of a library's class: which hyperparameters it takes, and its default there. */
export interface ClassArgument {
  readonly name: string;
  readonly of: string | readonly [string, string];
  readonly default: number | boolean | readonly [number, number];
}

interface Conditional {
  /** Why the class does not do what this run does; null if it does. */
  readonly unless?: (subject: Subject) => string | null;
}

/** A class of a library whose rule is that of an optimizer of the catalogue. */
export interface SameRule extends Conditional {
  /** Its name with the module, such as `torch.optim.Adam`. */
  readonly class: string;
  /** Its arguments besides the parameters and the rate. */
  readonly arguments: readonly ClassArgument[];
  /** An argument that is always given. */
  readonly always?: string;
  /** In optax: transformations of the gradient before it. */
  readonly before?: (hyper: Hyper) => string[];
  /** In Keras: true if `weightDecay` is a penalty, which the class does not have. */
  readonly penalized?: true;
}

/** In optax: a rule that is a chain of transformations, given the rate. */
export interface ChainedRule extends Conditional {
  readonly parts: (hyper: Hyper, rate: string) => string[];
}

/** What the library has instead, and in what it differs. The rule is then written out. */
export interface OtherRule {
  readonly differs: string;
}

/** By the keys of the catalogue's optimizers. One that is missing is written out without a remark. */
export type ClassTable<Same = SameRule | ChainedRule> = Readonly<Record<string, Same | OtherRule>>;

/** The class for a run, or the sentence that says why there is none. */
export function classFor<Same extends Conditional>(table: ClassTable<Same>, subject: Subject): Same | OtherRule {
  const entry = Object.hasOwn(table, subject.rule.id) ? table[subject.rule.id] : undefined;
  if (!entry || 'differs' in entry) return entry ?? { differs: 'The rule as the page has it.' };
  const reason = entry.unless?.(subject) ?? null;
  return reason === null ? entry : { differs: reason };
}

/** The call of a class, given what stands before its own arguments; those at the class's defaults are left out. */
export const callText = (entry: SameRule, first: string, { hyper }: RuleSubject): string =>
  `${entry.class}(${[
    first,
    ...entry.arguments.flatMap((argument) => argumentText(argument, hyper)),
    ...(entry.always === undefined ? [] : [entry.always]),
  ].join(', ')})`;

function argumentText({ name, of, default: usual }: ClassArgument, hyper: Hyper): string[] {
  const values = [of].flat().map((key) => hyper[key] ?? Number.NaN);
  if ([usual].flat().every((value, i) => Number(value) === values[i])) return [];
  if (typeof usual === 'boolean') return [`${name}=${values[0] === 1 ? 'True' : 'False'}`];
  const texts = values.map(numberText);
  return [`${name}=${texts.length === 1 ? texts.join('') : `(${texts.join(', ')})`}`];
}
