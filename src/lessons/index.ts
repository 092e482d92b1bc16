import { encodeLink } from '../experiment';
import type { LinkState } from '../experiment/core/screenState';
import { changedRun, lessonExperiment } from './change';
import { lessons } from './lessons';
import type { Chapter, Lesson } from './types';

export { changedRun, lessonExperiment, lessons };
export { chapters, type Chapter, type DoStep, type Lesson, type LessonStep, type Par, type PredictStep } from './types';

// A map, not an object: ids come from links.
const lessonsById: ReadonlyMap<string, Lesson> = new Map(lessons.map((lesson) => [lesson.id, lesson]));

export const findLesson = (id: string): Lesson | undefined => lessonsById.get(id);

/** The lessons of a chapter, in their order. */
export const lessonsOf = (chapter: Chapter): readonly Lesson[] =>
  lessons.filter((lesson) => lesson.chapter === chapter);

/** The lessons before and after one, across chapters; undefined where there is none. */
export function neighbours(lesson: Lesson): { readonly previous?: Lesson; readonly next?: Lesson } {
  const index = lessons.indexOf(lesson);
  const [previous, next] = [lessons[index - 1], lessons[index + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Whether a lesson has a task with a par. */
export const isMission = ({ steps }: Lesson): boolean => steps.some((step) => step.kind === 'do' && step.par);

/** A lesson's experiment and screen. Throws ExperimentError if the experiment is not valid. */
export const lessonState = (lesson: Lesson): LinkState => ({
  experiment: lessonExperiment(lesson),
  lossScale: 'log',
  lossAxis: 'step',
  ...lesson.screen,
  lesson: lesson.id,
});

/** The link fragment, without `#`, that opens a lesson's experiment and screen state. */
export const lessonLink = (lesson: Lesson): string => encodeLink(lessonState(lesson));
