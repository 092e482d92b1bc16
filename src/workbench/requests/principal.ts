import { principalDirections } from '../../engine/view/principal';
import { coordinateAlong } from '../../engine/view/projection';
import type { Direction, View } from '../../engine/view/types';
import type { RunTrace, Trace } from '../../engine/trace/types';
import { defaultRanges } from '../../experiment';
import type { PrincipalView, ProblemChoice } from '../../experiment/core/types';

type Range = readonly [number, number];
type Directions = readonly [Direction, Direction];

/** Margin on each side, as a share of the range that the paths take. */
const MARGIN = 0.12;

/**
 * Rows of a diverged run count until it is this many widths of the default view outside of that view: later rows would
 * dominate the directions.
 */
const MAX_DISTANCE = 3;

/**
 * How many of a run's first rows count for its principal directions and its range.
 * @param ranges of every parameter in the default view
 */
function rowsNearView({ params, rows, outcome }: RunTrace, ranges: readonly Range[]): number {
  if (outcome?.kind !== 'diverged') return rows;
  const isNear = (row: number) =>
    ranges.every(([low, high], i) => {
      const value = params[row * ranges.length + i] as number;
      const room = MAX_DISTANCE * (high - low);
      return value > low - room && value < high + room;
    });
  let row = 0;
  while (row < rows && isNear(row)) row += 1;
  return row;
}

/** Null for a run of fewer than two rows. Only rows without NaN or infinity count. */
function directionsOf(run: RunTrace, ranges: readonly Range[]): Directions | null {
  const rows = rowsNearView(run, ranges);
  return rows < 2 ? null : principalDirections(run.params, rows, ranges.length);
}

/** The range of all runs along a direction, with a margin; of width 2 where they do not move. */
function rangeAlong(direction: Direction, { runs }: Trace, ranges: readonly Range[]): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const run of runs) {
    const rows = rowsNearView(run, ranges);
    for (let row = 0; row < rows; row += 1) {
      const value = coordinateAlong(direction, run.params, row * ranges.length);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  // A range below the precision of float32 at these coordinates counts as none.
  const least = 1e-6 * Math.max(1e-6, ...direction.centre.map(Math.abs));
  const room = high - low > least ? MARGIN * (high - low) : 1;
  return low <= high ? [low - room, high + room] : [-1, 1];
}

let latest: {
  readonly trace: Trace;
  readonly run: RunTrace;
  readonly choice: PrincipalView;
  readonly view: View | null;
} | null = null;

/**
 * The plane of a run's principal directions through the mean of its path; the same object until the trace, the run or
 * the choice changes. Null if the path does not move or has not been computed.
 */
export function principalViewOf(
  choice: PrincipalView,
  problem: ProblemChoice,
  trace: Trace,
  selected: number,
): View | null {
  const run = trace.runs[Math.min(selected, trace.runs.length - 1)];
  if (!run) return null;
  if (latest?.trace === trace && latest.run === run && latest.choice === choice) return latest.view;
  latest = { trace, run, choice, view: makeView(choice, defaultRanges(problem), trace, run) };
  return latest.view;
}

function makeView({ ranges }: PrincipalView, own: readonly Range[], trace: Trace, run: RunTrace): View | null {
  const axes = directionsOf(run, own);
  if (!axes) return null;
  const [x, y] = ranges ?? [rangeAlong(axes[0], trace, own), rangeAlong(axes[1], trace, own)];
  return { kind: 'principal', axes, x, y, held: axes[0].centre };
}
