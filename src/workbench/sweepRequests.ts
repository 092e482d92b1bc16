import type { SweepResult } from '../engine/sweep';
import { experimentStore } from './experimentStore';
import { oncePerFrame } from './frame';
import { pageEngine } from './pageEngine';
import { pictureStore } from './pictureStore';
import { screenStore } from './screenStore';
import { currentSweep, experimentAt, startOf, sweepStore, type Sweep, type SweepPoint } from './sweepStore';

/**
 * Everything that the runs of a sweep depend on. The two settings that it varies are not among it: moving the selected
 * run over the sweep, or the colours, begins no new one.
 */
function subjectOf(sweep: Sweep): string {
  const { settings: { x, y, side }, steps, run } = sweep;
  const { runs, ...experiment } = experimentAt(sweep, { x: x.from, y: y.from });
  return JSON.stringify([{ ...experiment, steps, runs: runs.slice(run, run + 1) }, x, y, side]);
}

/** A grid that grows takes the place of what was known of it before. */
function withGrid(grids: readonly SweepResult[], grid: SweepResult): readonly SweepResult[] {
  const last = grids.at(-1);
  return last?.width === grid.width && last.height === grid.height ? grids.with(-1, grid) : [...grids, grid];
}

/** Keeps the sweep up to date with the experiment and its settings, while it is on the screen. */
export function followSweep(): () => void {
  let subject = '';
  let inputs: readonly unknown[] = [];
  const ask = oncePerFrame(() => {
    const { sweep: chosen, selected } = screenStore.getState();
    const sweep = currentSweep();
    const before = inputs;
    // A start that is drawn from the seed is known once the runs are.
    inputs = [sweep.experiment, chosen, selected, startOf(sweep).join()];
    if (inputs.every((input, i) => Object.is(input, before[i]))) return;
    const now = subjectOf(sweep);
    if (now === subject) return;
    subject = now;
    const { experiment, run, settings: { x, y, side }, steps } = sweep;
    sweepStore.setState({ grids: [], progress: 0 });
    const request = { experiment, run, x, y, width: side, height: side, ...(steps !== undefined && { steps }) };
    pageEngine().sweep(request, (grid) => {
      if (subject !== now) return;
      const isFinest = grid.width === side;
      const progress = isFinest && grid.done === side ? null : isFinest ? grid.done / side : 0;
      sweepStore.setState(({ grids }) => ({ grids: withGrid(grids, grid), progress }));
    });
  });
  const stops = [experimentStore, screenStore, pictureStore].map((store) => store.subscribe(ask));
  ask();
  return () => {
    stops.forEach((stop) => stop());
    subject = '';
    sweepStore.setState({ grids: [], progress: null });
  };
}

let hovered: SweepPoint | null = null;

const askPreview = oncePerFrame(() => {
  const point = hovered;
  if (point === null) {
    pictureStore.setState({ preview: null });
    return;
  }
  const sweep = currentSweep();
  const { runs, ...experiment } = experimentAt(sweep, point);
  const length = sweep.steps === undefined ? {} : { steps: sweep.steps };
  pageEngine().preview({ ...experiment, ...length, runs: runs.slice(sweep.run, sweep.run + 1) }, ({ runs: [trace = null] }) => {
    if (hovered === point) pictureStore.setState({ preview: trace });
  });
});

/** Shows one run of the sweep step by step on the plots above, while it is pointed at; null ends it. */
export function preview(point: SweepPoint | null): void {
  hovered = point;
  askPreview();
}
