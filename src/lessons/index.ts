import { encodeLink, readExperiment } from '../experiment';
import type { LinkState } from '../experiment/core/screenState';
import { lessons } from './lessons';
import type { Lesson } from './types';

export { lessons };
export { chapters, type Chapter, type Lesson } from './types';

// A map, not an object: ids come from links.
const lessonsById: ReadonlyMap<string, Lesson> = new Map(lessons.map((lesson) => [lesson.id, lesson]));

export const findLesson = (id: string): Lesson | undefined => lessonsById.get(id);

/** A lesson's experiment. Throws ExperimentError if it is not valid. */
export const lessonState = ({ id, experiment, screen }: Lesson): LinkState => ({
  experiment: readExperiment(experiment),
  lossScale: 'log',
  lossAxis: 'step',
  ...screen,
  lesson: id,
});

/** The link fragment, without `#`, that opens a lesson's experiment and screen state. */
export const lessonLink = (lesson: Lesson): string => encodeLink(lessonState(lesson));
