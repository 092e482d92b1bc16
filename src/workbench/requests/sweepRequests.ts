import type { SweepResult } from '../../engine/sweep';
import { isPastSweeps } from '../../experiment';
import type { SweepSide } from '../../experiment/core/types';
import { experimentStore } from '../stores/experimentStore';
import { oncePerFrame } from './frame';
import { pageEngine } from './pageEngine';
import { pictureStore } from '../stores/pictureStore';
import { screenStore } from '../stores/screenStore';
import {
  currentSweep,
  experimentAt,
  knowsStart,
  startOf,
  sweepStore,
  type Sweep,
  type SweepPoint,
} from '../stores/sweepStore';
import { whenChanged } from './whenChanged';

/**
 * Everything that the runs of a sweep depend on. The two settings that it varies are not among it: moving the selected
 * run over the sweep begins no new one. Nor do the colours, but for the loss at the end, which is kept alone.
 */
function subjectOf(sweep: Sweep): string {
  const {
    settings: { x, y, side, measure },
    steps,
    run,
  } = sweep;
  const { runs, ...experiment } = experimentAt(sweep, { x: x.from, y: y.from });
  return JSON.stringify([{ ...experiment, steps, runs: runs.slice(run, run + 1) }, x, y, side, measure === 'loss']);
}

/** A grid that grows takes the place of what was known of it before; a sweep that begins anew, that of finer ones. */
const withGrid = (grids: readonly SweepResult[], grid: SweepResult): readonly SweepResult[] => [
  ...grids.filter(({ width }) => width < grid.width),
  grid,
];

export interface SweepFollowing {
  /** Pixels along each side, instead of those that were chosen. */
  readonly side?: SweepSide;
  /** How long nothing may change before a sweep is begun: one that is only glanced at must not compete with what is being done. */
  readonly quietMs?: number;
}

/** Keeps the sweep up to date with the experiment and its settings, while it is on the screen. */
export function followSweep({ side, quietMs = 0 }: SweepFollowing = {}): () => void {
  let subject = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const consider = whenChanged<readonly unknown[]>(() => {
    const usual = currentSweep();
    const sweep = side === undefined ? usual : { ...usual, settings: { ...usual.settings, side } };
    if (isPastSweeps(sweep.experiment)) return;
    const now = subjectOf(sweep);
    if (now === subject) return;
    subject = now;
    sweepStore.setState({ grids: [], progress: quietMs > 0 ? null : 0 });
    clearTimeout(timer);
    const begin = () => request(sweep, () => subject === now);
    if (quietMs > 0) {
      pageEngine().cancel('sweep');
      timer = setTimeout(begin, quietMs);
    } else begin();
  });
  const ask = oncePerFrame(() => {
    if (isOver) return;
    const { sweep: chosen, selected } = screenStore.getState();
    const sweep = currentSweep();
    // A start that is drawn from the seed is known once the runs are.
    if (knowsStart(sweep)) consider(sweep.experiment, chosen, selected, startOf(sweep).join());
  });
  const stops = [experimentStore, screenStore, pictureStore].map((store) => store.subscribe(ask));
  ask();
  return () => {
    stops.forEach((stop) => stop());
    clearTimeout(timer);
    subject = '';
    isOver = true;
    pageEngine().cancel('sweep');
    sweepStore.setState({ grids: [], progress: null });
  };
}

/** Asks for a sweep, and shows what comes of it while it is still wanted. */
function request({ experiment, run, settings: { x, y, side, measure }, steps }: Sweep, isWanted: () => boolean): void {
  pageEngine().ask(
    'sweep',
    {
      experiment,
      run,
      x,
      y,
      width: side,
      height: side,
      ...(steps !== undefined && { steps }),
      ...(measure === 'loss' && { only: 'loss' }),
    },
    (grid) => {
      if (!isWanted()) return;
      const isFinest = grid.width === side;
      const progress = isFinest && grid.done === side ? null : isFinest ? grid.done / side : 0;
      sweepStore.setState(({ grids }) => ({ grids: withGrid(grids, grid), progress }));
    },
  );
}

let hovered: SweepPoint | null = null;

const askPreview = oncePerFrame(() => {
  const point = hovered;
  if (point === null) {
    pictureStore.setState({ preview: null });
    return;
  }
  const sweep = currentSweep();
  if (!knowsStart(sweep)) return;
  const { runs, ...experiment } = experimentAt(sweep, point);
  const length = sweep.steps === undefined ? {} : { steps: sweep.steps };
  pageEngine().ask(
    'preview',
    { experiment: { ...experiment, ...length, runs: runs.slice(sweep.run, sweep.run + 1) } },
    ({ runs: [trace = null] }) => {
      if (hovered === point) pictureStore.setState({ preview: trace });
    },
  );
});

/** Shows one run of the sweep step by step on the plots above, while it is pointed at; null ends it. */
export function preview(point: SweepPoint | null): void {
  hovered = point;
  askPreview();
}
