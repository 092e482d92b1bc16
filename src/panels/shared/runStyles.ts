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

/** The style of each run in all plots and panels, in the order of the runs. */
export function runStyles(labels: readonly string[]): RunStyle[] {
  return labels.map((label, run) => {
    const sign = signs[run % signs.length];
    if (sign === undefined) throw new RangeError(`no sign for run ${run}`);
    return { colour: runColour(run), label, ...sign };
  });
}
