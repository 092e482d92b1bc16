import { encodeLink, readExperiment, type LinkState } from '../experiment';
import { questions } from './questions';
import type { Question } from './types';

export { questions };
export { topics, type Question } from './types';

// A map, not an object: ids come from links.
const questionsById: ReadonlyMap<string, Question> = new Map(questions.map((question) => [question.id, question]));

export const findQuestion = (id: string): Question | undefined => questionsById.get(id);

/** A question's experiment and screen. Throws ExperimentError if the experiment is not valid. */
export const questionState = ({ id, experiment, screen }: Question): LinkState => ({
  experiment: readExperiment(experiment),
  lossScale: 'log',
  lossAxis: 'step',
  ...screen,
  question: id,
});

/** The link fragment, without `#`, that opens a question's experiment and screen state. */
export const questionLink = (question: Question): string => encodeLink(questionState(question));
