import { componentAlong, vectorAlong } from '../../engine/view/projection';
import type { View } from '../../engine/view/types';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { follow } from './follow';
import { workerClient } from './pageWorkerClient';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import { currentView, pointOf } from './view';

/** Arrows across and up: enough to show the field, few enough to leave the contours visible. */
const NODES = { width: 21, height: 15 };

/** The point of the probe: the chosen one, or where the selected run is. */
function currentPoint(): readonly number[] | null {
  const { trace } = resultStore.getState();
  const screen = screenStore.getState();
  if (trace === null) return null;
  return screen.probe?.length === trace.parameters.length ? screen.probe : pointOf(trace, screen);
}

/** The unit vector of a direction, in radians, in the plane of a view's axes; along the axis if there is only one. */
function directionIn({ axes: [first, second], held }: View, angle: number): readonly number[] {
  const along = vectorAlong(first, held.length);
  if (second === undefined) return along;
  const up = vectorAlong(second, held.length);
  return along.map((u, i) => Math.cos(angle) * u + Math.sin(angle) * (up[i] as number));
}

/** Whether the probe and the field are on the screen: an answer that comes later would show them elsewhere. */
let isFollowed = false;

function requestProbe(): void {
  const point = currentPoint();
  const experiment = currentExperiment();
  const { selected, angle: degrees } = screenStore.getState();
  const run = experiment.runs[Math.min(selected, experiment.runs.length - 1)];
  if (point === null || !run) return;
  const view = currentView();
  const angle = (degrees * Math.PI) / 180;
  const body = { experiment, point, direction: directionIn(view, angle), lr: Number(run.hyper['lr']) };
  workerClient().ask('probe', body, (report) => {
    if (!isFollowed) return;
    const gradient = view.axes.map((axis) => componentAlong(axis, report.gradient));
    const { loss, slope, step: update } = report;
    resultStore.setState({ probe: { point, loss, slope, gradient, angle, update, report } });
  });
}

function requestField(): void {
  const { field: lengths } = screenStore.getState();
  const view = currentView();
  if (lengths === 'none' || view.axes.length < 2) return resultStore.setState({ field: null });
  workerClient().ask('field', { experiment: currentExperiment(), view, ...NODES }, (field) => {
    if (isFollowed && screenStore.getState().field === lengths) resultStore.setState({ field: { ...field, lengths } });
  });
}

/** Keeps the probe and the gradient field up to date while they are on the screen. */
export function followGradient(): () => void {
  isFollowed = true;
  const stores = [experimentStore, screenStore, resultStore];
  const stopProbe = follow(
    stores,
    () => {
      const { angle, selected } = screenStore.getState();
      return [currentExperiment(), currentPoint()?.join(), angle, selected, currentView()];
    },
    requestProbe,
  );
  const stopField = follow(
    stores,
    () => {
      const { problem, seed } = currentExperiment();
      return [problem, seed, currentView(), screenStore.getState().field];
    },
    requestField,
  );
  return () => {
    isFollowed = false;
    stopProbe();
    stopField();
    resultStore.setState({ probe: null, field: null });
  };
}
