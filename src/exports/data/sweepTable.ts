import { axisValue, sweepOutcomes, type SweepResult } from '../../engine/sweep';
import { axisText } from '../../experiment/core/axisTarget';
import { toJson } from '../../experiment';
import type { Experiment, SweepAxis, SweepMeasure } from '../../experiment/core/types';
import { engineFact, lossColumn, lossFact } from './facts';
import type { Cell, Column, DataTable } from './table';

/** What a sweep was made of. */
export interface SweptRuns {
  readonly experiment: Experiment;
  /** Index of the run that was varied. */
  readonly run: number;
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  /** Updates of every run; absent for data problems. */
  readonly steps?: number | undefined;
  /** Whether only the loss was computed. */
  readonly onlyLoss: boolean;
}

/** One row for each run of a sweep that has been computed, along x first. */
export function sweepTable({ engine, width, height, done, measures }: SweepResult, swept: SweptRuns): DataTable {
  const { experiment, run, x, y, steps } = swept;
  const names = swept.onlyLoss ? (['loss'] as const) : measureNames;
  return {
    kind: 'sweep',
    facts: [
      engineFact(engine),
      lossFact(experiment.problem),
      ['varied', `run ${run + 1}, ${experiment.runs[run]?.optimizer ?? ''}`],
      ['x', rangeText(x, width)],
      ['y', rangeText(y, height)],
      ...(steps === undefined ? [] : [['updates of every run', String(steps)] as const]),
      ...(done < height ? [['rows computed', `${done} of ${height}`] as const] : []),
    ],
    experiment: toJson(experiment),
    columns: [
      { name: axisText(x.target), unit: '1', about: 'varied along x' },
      { name: axisText(y.target), unit: '1', about: 'varied along y' },
      ...names.map((name) => columnOf(name, experiment)),
    ],
    rows: Array.from({ length: width * done }, (_, i) => [
      axisValue(x, i % width, width),
      axisValue(y, Math.floor(i / width), height),
      ...names.map((name) => cellOf(name, measures[name][i] ?? NaN)),
    ]),
  };
}

const measureNames = ['loss', 'bestLoss', 'steps', 'outcome', 'minimum'] as const satisfies readonly SweepMeasure[];

const rangeText = ({ target, from, to, scale }: SweepAxis, count: number): string =>
  `${axisText(target)}, ${count} values from ${from} to ${to}, scale ${scale}`;

function columnOf(name: SweepMeasure, { problem }: Experiment): Column {
  switch (name) {
    case 'loss':
      return lossColumn('finalLoss', problem, 'loss where the run ended; not finite where it diverged');
    case 'bestLoss':
      return lossColumn('lowestLoss', problem, 'lowest finite loss of the run');
    case 'steps':
      return {
        name: 'stepsToConverge',
        unit: 'updates',
        about: 'step since which the run is near a minimum; none where it does not end there',
      };
    case 'outcome':
      return { name: 'outcome', unit: 'word', about: 'how the run ended' };
    case 'minimum':
      return { name: 'minimum', unit: '1', about: 'index of the known minimum near the end; none where there is none' };
  }
}

function cellOf(name: SweepMeasure, value: number): Cell {
  if (name === 'outcome') return sweepOutcomes[value] ?? null;
  if (name === 'steps') return Number.isNaN(value) ? null : value;
  return name === 'minimum' && value < 0 ? null : value;
}
