import { rememberLast } from '../../engine/common/memo';
import type { RunStyle } from '../../plots/kit/types';

/** Dash and marker of each of the eight colours, so that runs can be told apart without colours. */
const signs: readonly Pick<RunStyle, 'dash' | 'marker'>[] = [
  { dash: [], marker: 'circle' },
  { dash: [7, 3], marker: 'square' },
  { dash: [2, 3], marker: 'triangle' },
  { dash: [9, 3, 2, 3], marker: 'diamond' },
  { dash: [12, 4], marker: 'cross' },
  { dash: [4, 4], marker: 'star' },
  { dash: [9, 3, 2, 3, 2, 3], marker: 'wye' },
  { dash: [1, 4], marker: 'ring' },
];

const runColour = (run: number): string => `var(--run-${run % signs.length})`;

/** Twice the most runs of an experiment: while one run's label changes, the styles of the others stay the same objects. */
const rememberStyle = rememberLast<RunStyle>(2 * signs.length);

/** The style of each run in all plots and panels, in the order of the runs. */
export function runStyles(labels: readonly string[]): RunStyle[] {
  return labels.map((label, run) => rememberStyle(`${run} ${label}`, () => styleAt(run, label)));
}

function styleAt(run: number, label: string): RunStyle {
  const sign = signs[run % signs.length];
  if (sign === undefined) throw new RangeError(`no sign for run ${run}`);
  return { colour: runColour(run), label, ...sign };
}

/** The style of a run from elsewhere: colours and signs from the end of the list, so that it keeps its own when runs are added. */
export const logStyle = (index: number, label: string): RunStyle =>
  styleAt(signs.length - 1 - (index % signs.length), label);
