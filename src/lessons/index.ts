import { encodeLink, readExperiment } from '../experiment';
import type { LinkState } from '../experiment/core/screenState';
import { lessons } from './lessons';
import type { Lesson } from './types';

export { lessons };
export { chapters, type Chapter, type Lesson } from './types';

// A map, not an object: an id comes from a link.
const lessonsById: ReadonlyMap<string, Lesson> = new Map(lessons.map((lesson) => [lesson.id, lesson]));

export const findLesson = (id: string): Lesson | undefined => lessonsById.get(id);

/** What a lesson shows. Throws ExperimentError where its experiment is none. */
export const lessonState = ({ id, experiment, screen }: Lesson): LinkState => ({
  experiment: readExperiment(experiment),
  lossScale: 'log',
  lossAxis: 'step',
  ...screen,
  lesson: id,
});

/** The fragment that opens a lesson, without its `#`: exactly its settings. */
export const lessonLink = (lesson: Lesson): string => encodeLink(lessonState(lesson));
