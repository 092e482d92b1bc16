import type { Trace } from '../../engine/trace/types';
import { resultStore, useResults } from '../stores/resultStore';
import { screenStore, setScreen, useScreen } from '../stores/screenStore';

/** Updates of the longest run; 0 before the first trace. */
export const lastStep = (trace: Trace | null): number =>
  trace === null ? 0 : trace.totals.reduce((longest, total) => Math.max(longest, total - 1), 0);

const last = () => lastStep(resultStore.getState().trace);

/** The transport's step: null is the end, and no step is past the end. */
const stepWithin = (step: number | null, end: number): number => (step === null ? end : Math.min(step, end));

export const currentStep = (): number => stepWithin(screenStore.getState().step, last());

/** Moves the transport; at the end it stays at the end, however long the runs become. */
export function goTo(step: number): void {
  const end = last();
  setScreen({ step: step >= end ? null : Math.max(0, Math.round(step)) });
}

/** Moves by some steps and stops the playback. */
export function stepBy(count: number): void {
  setScreen({ playing: false });
  goTo(currentStep() + count);
}

export function scrubTo(step: number): void {
  setScreen({ playing: false });
  goTo(step);
}

/** Plays on from here, from the start when at the end; or pauses. */
export function togglePlaying(): void {
  const { playing, step } = screenStore.getState();
  if (playing) return setScreen({ playing: false });
  setScreen(step === null ? { playing: true, step: 0 } : { playing: true });
}

export const useLastStep = (): number => useResults((state) => lastStep(state.trace));

export function useStep(): number {
  const end = useLastStep();
  return useScreen((state) => stepWithin(state.step, end));
}
