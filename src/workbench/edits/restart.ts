import { pointAtRow, rowAt } from '../../engine/trace/rows';
import { resetExperiment, startingPoint } from '../../experiment';
import { currentExperiment, edit } from '../stores/experimentStore';
import { pictureStore } from '../stores/pictureStore';
import { showOnScreen, type Continuation } from '../stores/screenStore';
import { currentStep } from '../playback/transport';

/** All settings as the problem has them at first, on the same optimizers and the same seed. */
export const reset = (): void => edit(resetExperiment(currentExperiment()));

/** Seeds that are drawn are short enough to be read out. */
const SEEDS = 10_000;

/** Other random numbers: a seed that is not the one now. */
export function newSeed(): void {
  const experiment = currentExperiment();
  const drawn = Math.floor(Math.random() * (SEEDS - 1));
  edit({ ...experiment, seed: drawn < experiment.seed ? drawn : drawn + 1 });
}

/** Where a run is at the step shown and how it came there; null while that is no point to start from. */
function placeOf(index: number): Continuation | null {
  const { trace } = pictureStore.getState();
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

/** Whether a run is anywhere that can be started from. */
export const canContinue = (index: number): boolean => placeOf(index) !== null;

/**
 * Starts every run where one of them is at the step shown: to go on with other data, or with other settings. Only the
 * parameters are taken along; velocities and averages begin anew, as they do where a trained model is loaded.
 */
export function continueFrom(index: number): void {
  const place = placeOf(index);
  if (!place) return;
  edit({ ...currentExperiment(), start: place.start });
  showOnScreen({ continued: place, step: null, playing: false });
}
