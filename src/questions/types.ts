import type { LocalName } from '../catalogue';
import type { LinkState } from '../experiment';
import type { Lesson } from '../lessons';
import type { QuestionClaim } from './claims';

/** What questions are about, in the order of the list. */
export const topics = [
  'trouble',
  'rate',
  'momentum',
  'adaptive',
  'batches',
  'surface',
  'regularization',
  'libraries',
] as const;
type Topic = (typeof topics)[number];

/** Something that people ask, with an answer and an experiment that shows it. */
export interface Question {
  /** Key in links. */
  readonly id: string;
  readonly topic: Topic;
  /** As people put it. */
  readonly question: LocalName;
  /** Other wordings and words that the search knows it by; nothing shows them. */
  readonly wordings: Readonly<Record<keyof LocalName, readonly string[]>>;
  /** Two or three sentences. Each is a definition or covered by `claims`. */
  readonly answer: LocalName;
  /** In the public form (docs/experiment-format.md); fields that are left out have their defaults. */
  readonly experiment: QuestionExperiment;
  /** The screen state that it opens with. */
  readonly screen?: Partial<Omit<LinkState, 'experiment' | 'question' | 'lesson'>>;
  /** Id of a lesson that shows more of it. */
  readonly lesson?: string;
  /** What its runs must show, on every engine. The tests check it. */
  readonly claims: readonly QuestionClaim[];
}

export type QuestionExperiment = Lesson['experiment'];
