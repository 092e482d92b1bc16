import { beforeEach, expect, test } from 'vitest';
import { planExperiment } from '../../engine/plan/plan';
import { runReference } from '../../engine/float64/reference';
import type { Trace } from '../../engine/trace/types';
import { readExperiment } from '../../experiment';
import { edit, settle } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import { defaultView } from './parameterViews';
import { widenedView } from './widenedView';
import { wideningNow } from './widening';

/** Gradient descent on x² from 10, twenty updates: past a rate of 1 it leaves. */
const at = (lr: number) =>
  readExperiment({
    version: 1,
    problem: { id: 'square' },
    start: [10],
    steps: 20,
    runs: [{ optimizer: 'gd', hyper: { lr } }],
  });

const traceAt = (lr: number): Trace => {
  const runs = runReference(planExperiment(at(lr)));
  return { engine: 'float64', parameters: ['x'], totals: runs.map(({ rows }) => rows), epochSize: 0, minima: [], runs };
};

const base = defaultView(at(0.1).problem);
const [stays, leaves, leavesFast] = [0.1, 1.1, 1.4].map(traceAt) as [Trace, Trace, Trace];

/** Moves the rate to where the runs are those of a trace. */
function drag(lr: number, trace: Trace): void {
  edit(at(lr), false);
  resultStore.setState({ trace });
}

const view = () => wideningNow(base, resultStore.getState().trace ?? stays);

beforeEach(() => {
  edit(at(0.1));
  resultStore.setState({ trace: stays });
});

test('while a rate is dragged past the edge the view stays, and changes once when it is let go', () => {
  expect(view()).toBe(base);
  drag(1.1, leaves);
  expect(view()).toBe(base);
  drag(1.4, leavesFast);
  expect(view()).toBe(base);
  let notified = 0;
  const stop = screenStore.subscribe(() => (notified += 1));
  settle();
  stop();
  expect(notified).toBe(1);
  expect(view().x).toEqual(widenedView(base, leavesFast).x);
  expect(view().x).not.toEqual(base.x);
});

test('a widened view stays too while the rate is dragged back', () => {
  edit(at(1.1));
  resultStore.setState({ trace: leaves });
  const wide = view();
  expect(wide.x).not.toEqual(base.x);
  drag(0.1, stays);
  expect(view()).toBe(wide);
  settle();
  expect(view()).toBe(base);
});

test('runs that are not on the screen, such as those computed ahead, have a view of their own during a drag', () => {
  drag(1.1, leaves);
  expect(wideningNow(base, leavesFast).x).toEqual(widenedView(base, leavesFast).x);
  expect(view()).toBe(base);
  settle();
});

test('a change that is no drag is followed at once', () => {
  edit(at(1.1));
  resultStore.setState({ trace: leaves });
  expect(view().x).toEqual(widenedView(base, leaves).x);
});
