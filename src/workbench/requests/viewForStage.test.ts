import { beforeEach, expect, test } from 'vitest';
import { runReference } from '../../engine/float64/reference';
import { planExperiment } from '../../engine/plan/plan';
import { defaultStage, readExperiment, screenDefaults } from '../../experiment';
import { edit } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { setScreen } from '../stores/screenStore';
import { defaultView } from './parameterViews';
import { viewForStage } from './viewForStage';

/** Gradient descent on a valley, beside a run at a second rate: past 0.1 that one leaves. */
function show(lr: number) {
  const experiment = readExperiment({
    version: 1,
    problem: { id: 'quadratic', constants: { kappa: 20 } },
    steps: 40,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.02 } },
      { optimizer: 'gd', hyper: { lr } },
    ],
  });
  edit(experiment);
  const runs = runReference(planExperiment(experiment));
  const totals = runs.map(({ rows }) => rows);
  resultStore.setState({
    trace: { engine: 'float64', parameters: ['x', 'y'], totals, epochSize: 0, minima: [], runs },
  });
  return { experiment, view: defaultView(experiment.problem) };
}

beforeEach(() => setScreen(screenDefaults));

test('a stage is told the default view where it would widen it for a run that left', () => {
  const { view } = show(0.15);
  expect(viewForStage()).toEqual(view);
});

test('while all runs stay, it is told none', () => {
  show(0.05);
  expect(viewForStage()).toBeNull();
});

test('it is told a view that the user chose, and none where the view has been widened already', () => {
  const { experiment, view } = show(0.15);
  setScreen({ framing: 'break' });
  expect(viewForStage()).toBeNull();
  setScreen({ framing: 'all', stage: defaultStage(experiment) });
  expect(viewForStage()).toBeNull();
  const chosen = { ...view, x: [-1, 1] } as const;
  setScreen({ stage: null, view: chosen });
  expect(viewForStage()).toBe(chosen);
});

test('the runs of the problem before do not count', () => {
  const { experiment } = show(0.15);
  edit({
    ...experiment,
    problem: readExperiment({ version: 1, problem: { id: 'square' }, runs: [{ optimizer: 'gd' }] }).problem,
  });
  expect(viewForStage()).toBeNull();
});
