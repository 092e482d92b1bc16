import { toJson } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { changedRun, lessonExperiment, type Lesson } from '../../lessons';
import { currentExperiment, edit } from '../stores/experimentStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { lessonStore, noLesson, isUnplayed, stepNow } from './lessonStore';
import { finishStep } from './progress';

/** How the user moves through a lesson. What follows from the runs is in followLesson.ts. */

const isSame = (a: Experiment, b: Experiment): boolean => JSON.stringify(toJson(a)) === JSON.stringify(toJson(b));

/** Puts an experiment on the screen, if it is not there already. */
function show(experiment: Experiment): void {
  if (!isSame(experiment, currentExperiment())) edit(experiment);
  lessonStore.setState({ shown: currentExperiment() });
}

/** Shows the start of the runs; they play once they are computed. */
function play(): void {
  setScreen({ step: 0, playing: false });
  lessonStore.setState({ isWaiting: true });
}

/**
 * Opens a lesson at its first step. A link may open it with other settings, or at a later step of the runs: these stay on
 * the screen as they are.
 */
export function beginLesson(lesson: Lesson): void {
  lessonStore.setState({ ...noLesson, lesson });
  const isAtStart = (screenStore.getState().step ?? 0) === 0;
  if (isAtStart && isSame(lessonExperiment(lesson), currentExperiment())) enterStep(0);
}

export function endLesson(): void {
  lessonStore.setState(noLesson);
  setScreen({ hidesFuture: false });
}

export function enterStep(index: number): void {
  const { lesson } = lessonStore.getState();
  if (!lesson?.steps[index]) return;
  lessonStore.setState({ index, task: null, isWaiting: false });
  const state = lessonStore.getState();
  const step = stepNow(state);
  if (step?.kind === 'why') return finishStep(lesson, index);
  // What was found out stays on the screen, also when the user comes back to it.
  if (step?.kind !== 'do' && !isUnplayed(state)) return;
  show(lessonExperiment(lesson));
  if (step?.kind === 'see') play();
  else setScreen({ playing: false, step: step?.kind === 'predict' ? 0 : null });
  const run = step?.kind === 'do' ? changedRun(step.solution) : null;
  if (run !== null) setScreen({ selected: run });
}

/**
 * Goes on to the next step. What was to be seen counts as seen, and an answered question as done, also while the runs still
 * play.
 */
export function goOn(): void {
  const state = lessonStore.getState();
  const step = stepNow(state);
  const isDone = step?.kind === 'see' || (step?.kind === 'predict' && state.answers[state.index] !== undefined);
  if (state.lesson && isDone) finishStep(state.lesson, state.index);
  enterStep(state.index + 1);
}

/** Answers the question of the step, and plays the runs that decide. */
export function giveAnswer(answer: number): void {
  const { index, answers } = lessonStore.getState();
  if (answers[index] !== undefined) return;
  lessonStore.setState({ answers: { ...answers, [index]: answer } });
  playStep();
}

/** Plays the runs of the step from the start. */
export function playStep(): void {
  const state = lessonStore.getState();
  const step = stepNow(state);
  if (!state.lesson || (step?.kind !== 'see' && step?.kind !== 'predict')) return;
  const { change, screen = {} } = step.kind === 'predict' ? step : {};
  show(lessonExperiment(state.lesson, change));
  setScreen(screen);
  play();
}

export const skipToEnd = (): void => setScreen({ playing: false, step: null });

/** Brings back the lesson's own experiment. */
export function resetTask(): void {
  const { lesson } = lessonStore.getState();
  if (lesson) show(lessonExperiment(lesson));
}
