import type { SweepResult } from '../../engine/sweep';
import { exceedsSweepLimit, noSweepOf, toAxisJson } from '../../experiment';
import type { SweepSide } from '../../experiment/core/types';
import { experimentStore } from '../stores/experimentStore';
import { memoKey } from '../../engine/common/memoKey';
import { follow } from './follow';
import { oncePerFrame } from './frame';
import { workerClient } from './pageWorkerClient';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import {
  currentSweep,
  experimentAt,
  isStartKnown,
  startOf,
  sweepStore,
  type Sweep,
  type SweepPoint,
} from '../stores/sweepStore';

/**
 * Everything that the runs of a sweep depend on, as a text to compare. It leaves out the two numbers that are varied,
 * so that choosing another pixel starts no new sweep, and the measure, because a sweep keeps all measures; only a sweep
 * of the loss keeps nothing else.
 */
function sweepKey(sweep: Sweep): string {
  const { steps, run } = sweep;
  const { x, y, side, measure } = sweep.settings;
  const { runs, ...experiment } = experimentAt(sweep, { x: x.from, y: y.from });
  return memoKey([{ ...experiment, steps, runs: runs.slice(run, run + 1) }, x, y, side, measure === 'loss']);
}

/** Adds a grid in place of those of its resolution or finer: the finer ones belong to the sweep before it. */
const addGrid = (grids: readonly SweepResult[], grid: SweepResult): readonly SweepResult[] => [
  ...grids.filter(({ width }) => width < grid.width),
  grid,
];

export interface FollowSweepOptions {
  /** Pixels along each side, instead of the chosen number. */
  readonly side?: SweepSide;
  /** Milliseconds without a change before the sweep starts, so that a small sweep does not slow down what the user does. */
  readonly quietMs?: number;
}

/** Keeps the sweep up to date with the experiment while it is on the screen. */
export function followSweep({ side, quietMs = 0 }: FollowSweepOptions = {}): () => void {
  let currentKey = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restartIfChanged = () => {
    const chosen = currentSweep();
    const sweep = side === undefined ? chosen : { ...chosen, settings: { ...chosen.settings, side } };
    const run = sweep.experiment.runs[sweep.run];
    if (exceedsSweepLimit(sweep.experiment) || (run && noSweepOf(run))) return;
    const key = sweepKey(sweep);
    if (key === currentKey) return;
    currentKey = key;
    sweepStore.setState({ grids: [], progress: quietMs > 0 ? null : 0 });
    clearTimeout(timer);
    const start = () => request(sweep, () => currentKey === key);
    if (quietMs > 0) {
      workerClient().cancel('sweep');
      timer = setTimeout(start, quietMs);
    } else start();
  };
  const stop = follow(
    [experimentStore, screenStore, resultStore],
    () => {
      const { sweep: chosen, selected } = screenStore.getState();
      const sweep = currentSweep();
      // A start that is sampled from the seed is known only when the trace has arrived.
      return isStartKnown(sweep) ? [sweep.experiment, chosen, selected, startOf(sweep).join()] : null;
    },
    restartIfChanged,
  );
  return () => {
    stop();
    clearTimeout(timer);
    currentKey = '';
    workerClient().cancel('sweep');
    sweepStore.setState({ grids: [], progress: null });
  };
}

/** Asks for a sweep and shows its grids as they arrive, as long as it is still wanted. */
function request({ experiment, run, settings: { x, y, side, measure }, steps }: Sweep, isWanted: () => boolean): void {
  workerClient().ask(
    'sweep',
    {
      experiment,
      run,
      x: toAxisJson(x),
      y: toAxisJson(y),
      width: side,
      height: side,
      ...(steps !== undefined && { steps }),
      ...(measure === 'loss' && { only: 'loss' }),
    },
    (grid) => {
      if (!isWanted()) return;
      const isFinest = grid.width === side;
      const progress = isFinest && grid.done === side ? null : isFinest ? grid.done / side : 0;
      sweepStore.setState(({ grids }) => ({ grids: addGrid(grids, grid), progress }));
    },
  );
}

let hovered: SweepPoint | null = null;

const requestPreview = oncePerFrame(() => {
  const point = hovered;
  if (point === null) {
    resultStore.setState({ preview: null });
    return;
  }
  const sweep = currentSweep();
  if (!isStartKnown(sweep)) return;
  const { runs, ...experiment } = experimentAt(sweep, point);
  const length = sweep.steps === undefined ? {} : { steps: sweep.steps };
  workerClient().ask(
    'preview',
    { experiment: { ...experiment, ...length, runs: runs.slice(sweep.run, sweep.run + 1) } },
    ({ runs: [trace = null] }) => {
      if (hovered === point) resultStore.setState({ preview: trace });
    },
  );
});

/** Shows a run of the sweep as a path in the plots while it is under the pointer; null ends it. */
export function preview(point: SweepPoint | null): void {
  hovered = point;
  requestPreview();
}
