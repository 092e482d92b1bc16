import type { Evidence } from '../../lessons/claims/evidence';
import { rightAnswer, taskState } from '../../lessons/claims/task';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { wantsLessMotion } from '../stores/lessMotion';
import { resultStore } from '../stores/resultStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { evidenceOnScreen } from './evidence';
import { isUnplayed, lessonStore, stepNow } from './lessonStore';
import { finishStep } from './progress';

/** Keeps the open lesson up to date with what is on the screen: starts the runs, reveals verdicts, judges tasks. */
export function followLesson(): () => void {
  const stores = [experimentStore, screenStore, resultStore, lessonStore];
  const judgeTask = taskJudge();
  let isBusy = false;
  const update = () => {
    // What follows changes these stores itself.
    if (isBusy) return;
    isBusy = true;
    startWhenReady();
    revealAtEnd();
    judgeTask();
    hideFuture();
    isBusy = false;
  };
  const stops = stores.map((store) => store.subscribe(update));
  update();
  return () => stops.forEach((stop) => stop());
}

const isShown = (): boolean => lessonStore.getState().shown === currentExperiment();

/** Plays the runs once all of them are computed; where less motion is wanted, shows them at their end. */
function startWhenReady(): void {
  const { isWaiting } = lessonStore.getState();
  if (!isWaiting || !isShown() || evidenceOnScreen() === null) return;
  lessonStore.setState({ isWaiting: false });
  setScreen(wantsLessMotion() ? { step: null, playing: false } : { step: 0, playing: true });
}

/** Says which answer is right, once the runs have played to their end. */
function revealAtEnd(): void {
  const state = lessonStore.getState();
  const { step: position, playing } = screenStore.getState();
  if (state.isWaiting || position !== null || playing || !isUnplayed(state) || !isShown()) return;
  const evidence = evidenceOnScreen();
  if (evidence) reveal(evidence);
}

function reveal(evidence: Evidence): void {
  const { lesson, index, answers, verdicts, seen } = lessonStore.getState();
  const step = lesson?.steps[index];
  if (!lesson) return;
  if (step?.kind === 'see') {
    lessonStore.setState({ seen: [...seen, index] });
    finishStep(lesson, index);
  }
  // Before an audience the runs may play without an answer: it was given in the hall.
  const isAnswered = answers[index] !== undefined || screenStore.getState().presenting;
  if (step?.kind !== 'predict' || !isAnswered) return;
  // Null while what the claims are about, such as finite differences, is still being computed.
  const right = rightAnswer(step, evidence);
  if (right === null) return;
  lessonStore.setState({ verdicts: { ...verdicts, [index]: right } });
  finishStep(lesson, index);
}

/** Judges the task of the step, again only when the runs, the experiment or the step have changed. */
function taskJudge(): () => void {
  let last: readonly unknown[] = [];
  return () => {
    const state = lessonStore.getState();
    const step = stepNow(state);
    const inputs = [state.lesson, step, resultStore.getState().trace, currentExperiment()];
    if (inputs.every((input, i) => input === last[i])) return;
    last = inputs;
    const evidence = step?.kind === 'do' ? evidenceOnScreen() : null;
    if (!state.lesson || step?.kind !== 'do' || !evidence) return;
    const task = taskState(state.lesson, step, evidence);
    lessonStore.setState({ task });
    if (task.isDone) finishStep(state.lesson, state.index);
  };
}

/** What lies after the transport's step is hidden until the runs of a step to see or to predict have played. */
function hideFuture(): void {
  const hidesFuture = isUnplayed(lessonStore.getState()) && isShown();
  if (hidesFuture !== screenStore.getState().hidesFuture) setScreen({ hidesFuture });
}
