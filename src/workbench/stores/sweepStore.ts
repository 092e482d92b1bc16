import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { pointAtRow } from '../../engine/trace/rows';
import type { SweepResult } from '../../engine/sweep';
import {
  axisChoices,
  defaultSweep,
  fitSweep,
  parametersOf,
  axisValueNow,
  defaultSweepSteps,
  withAxisValue,
} from '../../experiment';
import type { Experiment, SweepChoice } from '../../experiment/core/types';
import { currentExperiment, edit } from './experimentStore';
import { pictureStore } from './pictureStore';
import { screenStore, showOnScreen } from './screenStore';

/** What is known of the sweep on the screen. */
export interface SweepState {
  /** Coarse to fine, as the engine sent them; empty when another sweep was just begun. */
  readonly grids: readonly SweepResult[];
  /** Share of the finest grid that is known; null when there is nothing under way. */
  readonly progress: number | null;
  /** Ranges that were zoomed into, the last one last. */
  readonly former: readonly SweepChoice[];
}

export const sweepStore = createStore<SweepState>(() => ({ grids: [], progress: null, former: [] }));

export const useSweep = <T>(select: (state: SweepState) => T): T => useStore(sweepStore, select);

/** A sweep as it is set up now: of which run, over what. */
export interface Sweep {
  readonly experiment: Experiment;
  readonly run: number;
  readonly settings: SweepChoice;
  /** Updates of every run; undefined for data problems. */
  readonly steps: number | undefined;
}

export function sweepOf(experiment: Experiment, selected: number, chosen: SweepChoice | null): Sweep {
  const index = Math.min(selected, experiment.runs.length - 1);
  const run = experiment.runs[index];
  if (!run) throw new RangeError('an experiment without runs');
  const settings = chosen ? fitSweep(experiment, run, chosen) : defaultSweep(axisChoices(experiment, run));
  return { experiment, run: index, settings, steps: settings.steps ?? defaultSweepSteps(experiment) };
}

export function currentSweep(): Sweep {
  const { selected, sweep } = screenStore.getState();
  return sweepOf(currentExperiment(), selected, sweep);
}

/** Where the run starts: drawn from the seed, that is only known once it has been run. */
export function startOf({ experiment, run }: Pick<Sweep, 'experiment' | 'run'>): readonly number[] {
  const drawn = pictureStore.getState().trace?.runs[run];
  return experiment.start ?? (drawn ? Array.from(pointAtRow(drawn, 0)) : []);
}

/** Whether it is known where the run starts: while the first run of another problem is computed, a start that is drawn is not. */
export const knowsStart = (sweep: Pick<Sweep, 'experiment' | 'run'>): boolean =>
  startOf(sweep).length === parametersOf(sweep.experiment.problem).length;

/** Two settings of a run of the sweep. */
export interface SweepPoint {
  readonly x: number;
  readonly y: number;
}

/** The settings that the selected run has now, along the axes of the sweep. */
export function hereIn(sweep: Sweep): SweepPoint {
  const run = sweep.experiment.runs[sweep.run];
  const at = (of: string) => (run ? axisValueNow(sweep.experiment, run, of, startOf(sweep)) : Number.NaN);
  return { x: at(sweep.settings.x.of), y: at(sweep.settings.y.of) };
}

/** The experiment with the two settings of one run of the sweep, whose start must be known. */
export function experimentAt(sweep: Sweep, { x, y }: SweepPoint): Experiment {
  const start = startOf(sweep);
  const moved = withAxisValue(sweep.experiment, sweep.run, sweep.settings.x.of, x, start);
  return withAxisValue(moved, sweep.run, sweep.settings.y.of, y, start);
}

/** Takes the settings of one run of the sweep into the experiment. */
export function pick(point: SweepPoint): void {
  const sweep = currentSweep();
  if (knowsStart(sweep)) edit(experimentAt(sweep, point));
}

/** Sets up another sweep; what was zoomed into is forgotten. */
export function setSweep(change: Partial<SweepChoice>): void {
  sweepStore.setState({ former: [] });
  showOnScreen({ sweep: { ...currentSweep().settings, ...change } });
}

interface Region {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

/** Looks closer at a part of the sweep. */
export function zoomInto({ x, y }: Region): void {
  const { settings } = currentSweep();
  sweepStore.setState(({ former }) => ({ former: [...former, settings] }));
  showOnScreen({
    sweep: { ...settings, x: { ...settings.x, from: x[0], to: x[1] }, y: { ...settings.y, from: y[0], to: y[1] } },
  });
}

/** Back to the ranges before the last look closer. */
export function zoomOut(): void {
  const { former } = sweepStore.getState();
  const last = former.at(-1);
  if (!last) return;
  sweepStore.setState({ former: former.slice(0, -1) });
  const { x, y } = last;
  showOnScreen({ sweep: { ...currentSweep().settings, x, y } });
}
