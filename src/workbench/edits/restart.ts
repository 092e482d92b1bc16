import { pointAtRow, rowAt } from '../../engine/trace/rows';
import { isOnUserData, resetExperiment, startingPoint } from '../../experiment';
import { loadForAction } from '../../late/loadOnce';
import { currentExperiment, edit } from '../stores/experimentStore';
import { showProblem } from './edits';
import { resultStore } from '../stores/resultStore';
import { setScreen, type Continuation } from '../stores/screenStore';
import { currentStep } from '../playback/transport';

/**
 * Brings back the runs and settings that the problem opens with, in its default view; keeps the seed. On user data the rates
 * are those that suit them.
 */
export async function reset(): Promise<void> {
  const resetTo = isOnUserData(currentExperiment()) ? (await loadResetOnData()).resetOnData : resetExperiment;
  showProblem(resetTo(currentExperiment()));
  setScreen({ framing: 'all', step: null, playing: false });
}

const loadResetOnData = loadForAction(() => import('./userData'));

/** New seeds are below this, so that they are short enough to read aloud. */
const SEED_COUNT = 10_000;

/** Changes to a random seed that differs from the current one. */
export function newSeed(): void {
  const experiment = currentExperiment();
  const sampled = Math.floor(Math.random() * (SEED_COUNT - 1));
  edit({ ...experiment, seed: sampled < experiment.seed ? sampled : sampled + 1 });
}

/** The point of a run at the current step and how the run reached it; null if no run can start at it. */
function continuationOf(index: number): Continuation | null {
  const { trace } = resultStore.getState();
  const trail = trace?.runs[index];
  const run = currentExperiment().runs[index];
  if (!trace || !trail || !run) return null;
  const step = rowAt(trail, currentStep());
  const start = startingPoint(Array.from(pointAtRow(trail, step)));
  return (
    start && {
      start,
      run,
      step,
      formerStart: Array.from(pointAtRow(trail, 0)),
      formerMinimum: trace.epochSize > 0 ? (trace.minima[0] ?? null) : null,
    }
  );
}

/** Whether the run's point at the current step can be a start. */
export const canContinue = (index: number): boolean => continuationOf(index) !== null;

/**
 * Starts every run at one run's point at the current step, to continue with other data or settings. Only the parameters
 * are kept; velocities and averages begin at zero, as when a trained model is loaded.
 */
export function continueFrom(index: number): void {
  const continuation = continuationOf(index);
  if (!continuation) return;
  edit({ ...currentExperiment(), start: continuation.start });
  setScreen({ continued: continuation, step: null, playing: false });
}
