import { principalDirections } from '../../engine/view/principal';
import { coordinateAlong } from '../../engine/view/projection';
import type { Direction, View } from '../../engine/view/types';
import type { RunTrace, Trace } from '../../engine/trace/types';
import { viewRanges } from '../../experiment';
import type { PrincipalView, ProblemChoice } from '../../experiment/core/types';

type Range = readonly [number, number];
type Directions = readonly [Direction, Direction];

/** Of the room that the paths take, so much more on every side. */
const MARGIN = 0.12;

/** Of a run that diverged, the rows until it was so many times the problem's own view away from it: the rest of its numbers would say nothing but that. */
const REACH = 3;

/**
 * How many of a run's first rows count for its principal directions and for the room that it takes.
 * @param ranges the problem's own view, of every parameter
 */
function rowsThatCount({ params, rows, outcome }: RunTrace, ranges: readonly Range[]): number {
  if (outcome?.kind !== 'diverged') return rows;
  const isNear = (row: number) =>
    ranges.every(([low, high], i) => {
      const value = params[row * ranges.length + i] as number;
      const room = REACH * (high - low);
      return value > low - room && value < high + room;
    });
  let row = 0;
  while (row < rows && isNear(row)) row += 1;
  return row;
}

/** The last numbers of a diverged run may not be numbers; before that, as of every other run, all are. */
function directionsOf(run: RunTrace, ranges: readonly Range[]): Directions | null {
  const rows = rowsThatCount(run, ranges);
  return rows < 2 ? null : principalDirections(run.params, rows, ranges.length);
}

/** The room that the runs take along a direction, with a margin; some where they take none. */
function roomAlong(direction: Direction, { runs }: Trace, ranges: readonly Range[]): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const run of runs) {
    const rows = rowsThatCount(run, ranges);
    for (let row = 0; row < rows; row += 1) {
      const value = coordinateAlong(direction, run.params, row * ranges.length);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  // Less than float32 can tell from the coordinates themselves is no room.
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
 * the choice changes. Null where the path does not move, or is not known.
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
  latest = { trace, run, choice, view: makeView(choice, viewRanges(problem), trace, run) };
  return latest.view;
}

function makeView({ ranges }: PrincipalView, own: readonly Range[], trace: Trace, run: RunTrace): View | null {
  const axes = directionsOf(run, own);
  if (!axes) return null;
  const [x, y] = ranges ?? [roomAlong(axes[0], trace, own), roomAlong(axes[1], trace, own)];
  return { axes, x, y, held: axes[0].centre };
}
