import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeSetting,
  decodeLink,
  defaultsFor,
  encodeLink,
  parametersOf,
  readExperiment,
  toJson,
} from '../../experiment';
import type { ParameterView } from '../../experiment/core/types';
import { currentExperiment, edit, forgetHistory, undo } from '../stores/experimentStore';
import { resetViewWithProblem } from './resetViewWithProblem';
import { setProblem, setSetting } from '../edits/edits';
import { screenStore, setScreen } from '../stores/screenStore';
import { defaultView } from './parameterViews';
import { currentView } from './view';

let stop = (): void => undefined;
beforeEach(() => {
  edit(defaultsFor('polynomial-regression'));
  forgetHistory();
  setScreen({ view: null, planeDuringDrag: null, sweep: null, probe: null, step: null });
  stop = resetViewWithProblem();
});
afterEach(() => stop());

const zoomed = (axes: readonly [number, number]): ParameterView => ({
  kind: 'plane',
  axes,
  x: [-1, 1],
  y: [-2, 2],
  held: defaultView(currentExperiment().problem).held,
});

/**
 * Expects that the view has a held value for every parameter, that its axes are parameters that exist, and that the
 * experiment is valid.
 */
function expectFitting(): void {
  const count = parametersOf(currentExperiment().problem).length;
  const { axes, held } = currentView();
  expect(held).toHaveLength(count);
  for (const axis of axes) expect(typeof axis === 'number' && axis < count).toBe(true);
  expect(readExperiment(toJson(currentExperiment()))).toEqual(currentExperiment());
}

describe('a change of the degree', () => {
  it('keeps the view if its parameters still exist, and removes a start with the wrong number of coordinates', () => {
    edit({ ...currentExperiment(), start: Array.from({ length: 10 }, (_, i) => i) });
    setScreen({ view: zoomed([1, 3]), step: 17, probe: Array.from({ length: 10 }, () => 0) });
    setSetting('degree', 4);
    expectFitting();
    expect(currentView()).toMatchObject({ axes: [1, 3], x: [-1, 1], y: [-2, 2] });
    expect(screenStore.getState()).toMatchObject({ step: 17, probe: null });
    expect(currentExperiment().start).toBeNull();
    undo();
    expectFitting();
    expect(currentExperiment().start).toHaveLength(10);
  });

  it('shows the problem’s default view if the parameter of an axis no longer exists', () => {
    setScreen({ view: zoomed([0, 8]) });
    setSetting('degree', 3);
    expectFitting();
    expect(screenStore.getState().view).toBeNull();
  });

  it('shows no principal plane if only two parameters are left', () => {
    setScreen({
      view: {
        kind: 'principal',
        ranges: [
          [-1, 1],
          [-1, 1],
        ],
      },
    });
    setSetting('degree', 5);
    expect(screenStore.getState().view).toEqual({ kind: 'principal' });
    setSetting('degree', 1);
    expectFitting();
    expect(screenStore.getState().view).toBeNull();
  });

  it('leaves a view that a link can carry', () => {
    setScreen({ view: zoomed([2, 5]) });
    setSetting('degree', 6);
    const { view } = screenStore.getState();
    const state = {
      experiment: currentExperiment(),
      lossScale: 'log',
      lossAxis: 'step',
      ...(view && { view }),
    } as const;
    expect(decodeLink(encodeLink(state)).state.view).toEqual(view);
  });
});

it('keeps the view when only the data change', () => {
  setScreen({ view: zoomed([1, 3]) });
  const { view } = screenStore.getState();
  setSetting('noise', 1);
  expect(screenStore.getState().view).toBe(view);
});

it('finds the axes of a network again by their names when their indices change', () => {
  setProblem('network-classes');
  const names = () => parametersOf(currentExperiment().problem);
  setScreen({ view: zoomed([names().indexOf('b2'), names().indexOf('v1')]) });
  setSetting('hidden', 3);
  expectFitting();
  expect(currentView().axes.map((axis) => (typeof axis === 'number' ? names()[axis] : axis))).toEqual(['b2', 'v1']);
  expect(changeSetting(currentExperiment(), 'hidden', 8).start).toBeNull();
});
