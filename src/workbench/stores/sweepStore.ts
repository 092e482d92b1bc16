import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { pointAtRow } from '../../engine/trace/rows';
import type { SweepResult } from '../../engine/sweep';
import { exactDigits } from '../../engine/sweep/exactDigits';
import {
  axisChoices,
  defaultSweep,
  fitSweep,
  parametersOf,
  axisValueNow,
  defaultSweepSteps,
  withAxisValue,
} from '../../experiment';
import type { Experiment, SweepAxis, SweepChoice } from '../../experiment/core/types';
import { currentExperiment, edit, useExperiment } from './experimentStore';
import { resultStore } from './resultStore';
import { screenStore, setScreen, useScreen } from './screenStore';

/** The sweep on the screen: what has been computed of it, and the settings to zoom out to. */
export interface SweepState {
  /** Grids from coarse to fine, as the worker sent them; empty when a new sweep has just begun. */
  readonly grids: readonly SweepResult[];
  /** Share of the finest grid that has been computed; null when no sweep is in progress. */
  readonly progress: number | null;
  /** The settings before each zoom that can still be undone, the newest last. */
  readonly zoomHistory: readonly SweepChoice[];
}

export const sweepStore = createStore<SweepState>(() => ({ grids: [], progress: null, zoomHistory: [] }));

export const useSweep = <T>(select: (state: SweepState) => T): T => useStore(sweepStore, select);

/** A sweep as it is set up now: the run that is swept, and along which axes. */
export interface Sweep {
  readonly experiment: Experiment;
  readonly run: number;
  readonly settings: SweepChoice;
  /** Updates of every run; undefined for data problems. */
  readonly steps: number | undefined;
}

function sweepOf(experiment: Experiment, selected: number, chosen: SweepChoice | null): Sweep {
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

/** The same for a component; the same object until something of it changes. */
export function useCurrentSweep(): Sweep {
  const experiment = useExperiment();
  const chosen = useScreen((state) => state.sweep);
  const selected = useScreen((state) => state.selected);
  return useMemo(() => sweepOf(experiment, selected, chosen), [experiment, selected, chosen]);
}

/**
 * The start of the run. A start that is sampled from the seed is known only once the run has been computed; empty
 * before.
 */
export function startOf({ experiment, run }: Pick<Sweep, 'experiment' | 'run'>): readonly number[] {
  const computed = resultStore.getState().trace?.runs[run];
  return experiment.start ?? (computed ? Array.from(pointAtRow(computed, 0)) : []);
}

/**
 * Whether the start of the run is known. After a change of the problem, a sampled start is not known until the first
 * run has been computed.
 */
export const isStartKnown = (sweep: Pick<Sweep, 'experiment' | 'run'>): boolean =>
  startOf(sweep).length === parametersOf(sweep.experiment.problem).length;

/** The two values of one run of the sweep, one along each axis. */
export interface SweepPoint {
  readonly x: number;
  readonly y: number;
}

/** The two values that the selected run has now along the axes of the sweep. */
export function currentSweepPoint(sweep: Sweep): SweepPoint {
  const run = sweep.experiment.runs[sweep.run];
  const at = ({ target }: SweepAxis) =>
    run ? axisValueNow(sweep.experiment, run, target, startOf(sweep)) : Number.NaN;
  return { x: at(sweep.settings.x), y: at(sweep.settings.y) };
}

/**
 * The experiment with the two values of one run of the sweep, each with the digits that the sweep's float32 tells apart, so that it can be
 * read in its field. The start of the run must be known.
 */
export function experimentAt(sweep: Sweep, point: SweepPoint): Experiment {
  const { x, y } = sweep.settings;
  const start = startOf(sweep);
  const moved = withAxisValue(sweep.experiment, sweep.run, x.target, asWritten(point.x, x), start);
  return withAxisValue(moved, sweep.run, y.target, asWritten(point.y, y), start);
}

const asWritten = (value: number, { scale }: SweepAxis): number => Number(value.toPrecision(exactDigits(value, scale)));

/** Copies the two values of one run of the sweep into the experiment. */
export function applySweepPoint(point: SweepPoint): void {
  const sweep = currentSweep();
  if (isStartKnown(sweep)) edit(experimentAt(sweep, point));
}

/** Sets up another sweep, after which there is no zoom to undo. */
export function setSweep(change: Partial<SweepChoice>): void {
  sweepStore.setState({ zoomHistory: [] });
  setScreen({ sweep: { ...currentSweep().settings, ...change } });
}

interface Region {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

/** Zooms into a part of the sweep. */
export function zoomInto({ x, y }: Region): void {
  const { settings } = currentSweep();
  sweepStore.setState(({ zoomHistory }) => ({ zoomHistory: [...zoomHistory, settings] }));
  setScreen({
    sweep: { ...settings, x: { ...settings.x, from: x[0], to: x[1] }, y: { ...settings.y, from: y[0], to: y[1] } },
  });
}

/** Returns to the ranges before the last zoom. */
export function zoomOut(): void {
  const { zoomHistory } = sweepStore.getState();
  const last = zoomHistory.at(-1);
  if (!last) return;
  sweepStore.setState({ zoomHistory: zoomHistory.slice(0, -1) });
  const { x, y } = last;
  setScreen({ sweep: { ...currentSweep().settings, x, y } });
}
