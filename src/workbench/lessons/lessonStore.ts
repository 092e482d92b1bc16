import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../../experiment/core/types';
import type { Lesson, LessonStep } from '../../lessons';
import type { TaskState } from '../../lessons/claims/task';

/** Where the user is in the open lesson. Links do not carry it. */
export interface LessonProgress {
  /** Null while no lesson is open. */
  readonly lesson: Lesson | null;
  /** Index of the shown step. */
  readonly index: number;
  /** The answers that were given, by step. */
  readonly answers: Readonly<Record<number, number>>;
  /** The right answers, by step: known once the runs have played to the end. */
  readonly verdicts: Readonly<Record<number, number>>;
  /** The steps to see whose runs have played to the end. */
  readonly seen: readonly number[];
  /** The experiment that the step has put on the screen, as long as nothing has changed it; null if it has put none there. */
  readonly shown: Experiment | null;
  /** Whether the runs will play as soon as they are computed. */
  readonly isWaiting: boolean;
  /** How the task of the step stands; null until the runs on the screen are computed. */
  readonly task: TaskState | null;
}

export const noLesson: LessonProgress = {
  lesson: null,
  index: 0,
  answers: {},
  verdicts: {},
  seen: [],
  shown: null,
  isWaiting: false,
  task: null,
};

export const lessonStore = createStore<LessonProgress>(() => noLesson);

export const stepNow = ({ lesson, index }: LessonProgress): LessonStep | undefined => lesson?.steps[index];

/** Whether the runs of the step have still to be played to their end. */
export function isUnplayed(state: LessonProgress): boolean {
  const step = stepNow(state);
  if (step?.kind === 'see') return !state.seen.includes(state.index);
  return step?.kind === 'predict' && state.verdicts[state.index] === undefined;
}

export const useLesson = <T>(select: (state: LessonProgress) => T): T => useStore(lessonStore, select);
