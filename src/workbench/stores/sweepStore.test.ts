import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeHyper,
  changeOptimizer,
  changeProblem,
  defaultExperiment,
  defaultsFor,
  fromAxisJson,
  toAxisJson,
} from '../../experiment';
import { currentExperiment, edit, experimentStore, forgetHistory, undo } from './experimentStore';
import { screenStore, setScreen } from './screenStore';
import { applyPreset } from '../edits/sweepPresets';
import {
  currentSweep,
  currentSweepPoint,
  applySweepPoint,
  setSweep,
  sweepStore,
  zoomInto,
  zoomOut,
} from './sweepStore';

/** The settings with their axes as JSON has them. */
const settings = () => {
  const { x, y, ...rest } = currentSweep().settings;
  return { ...rest, x: toAxisJson(x), y: toAxisJson(y) };
};
const axes = () => [settings().x.of, settings().y.of];
const ranges = () => [currentSweep().settings.x, currentSweep().settings.y].map(({ from, to }) => [from, to]);

beforeEach(() => {
  edit(defaultExperiment);
  forgetHistory();
  setScreen({ selected: 0, sweep: null });
  sweepStore.setState({ zoomHistory: [] });
});

describe('a sweep', () => {
  it('varies the rate and the next hyperparameter of the selected run until other axes are chosen', () => {
    expect(axes()).toEqual(['lr', 'momentum']);
    setScreen({ selected: 1 });
    expect(axes()).toEqual(['lr', 'beta1']);
    setScreen({ selected: 2 });
    expect(axes()).toEqual(['lr', 'start.0']);
  });

  it('keeps the axis that still applies when the optimizer of the run changes', () => {
    setSweep({
      x: fromAxisJson({ of: 'momentum', from: 0.5, to: 0.9, scale: 'linear' }),
      y: fromAxisJson({ of: 'lr', from: 0.1, to: 1, scale: 'log' }),
    });
    edit(changeOptimizer(currentExperiment(), 0, 'adam'));
    expect(axes()).toEqual(['beta1', 'lr']);
    expect(ranges()[1]).toEqual([0.1, 1]);
    edit(changeOptimizer(currentExperiment(), 0, 'sgd'));
    expect(axes()).toEqual(['momentum', 'lr']);
  });

  it('has the steps of the experiment, but at most 2,000', () => {
    expect(currentSweep().steps).toBe(200);
    edit({ ...currentExperiment(), steps: 15_000 });
    expect(currentSweep().steps).toBe(2000);
    edit(defaultsFor('linear-regression'));
    expect(currentSweep().steps).toBeUndefined();
  });

  it('along a start that is not known yet leaves the experiment as it is when a pixel is chosen', () => {
    edit({ ...defaultsFor('network-classes'), start: null });
    setSweep({ x: fromAxisJson({ of: 'start.0', from: -1, to: 1, scale: 'linear' }) });
    const before = currentExperiment();
    applySweepPoint({ x: 0.5, y: 0.5 });
    expect(currentExperiment()).toBe(before);
  });

  it('copies the two values of a chosen pixel to the run, as one entry of the history', () => {
    applySweepPoint({ x: 0.002, y: 0.5 });
    expect(currentExperiment().runs[0]?.hyper).toMatchObject({ lr: 0.002, momentum: 0.5, nesterov: true });
    expect(currentSweepPoint(currentSweep())).toEqual({ x: 0.002, y: 0.5 });
    undo();
    expect(currentExperiment()).toEqual(defaultExperiment);
  });

  it('gives the run of a chosen pixel values that can be read, with which float32 computes the same', () => {
    const [lr, momentum] = [0.0019276408923458127, 1 - 0.03141592653589793];
    applySweepPoint({ x: lr, y: momentum });
    const [run] = currentExperiment().runs;
    const [readRate, readMomentum] = [Number(run?.hyper['lr']), Number(run?.hyper['momentum'])];
    expect(`${readRate}`.length).toBeLessThanOrEqual('0.00192764089'.length);
    expect(Math.fround(readRate)).toBe(Math.fround(lr));
    expect(Math.fround(readMomentum)).toBe(Math.fround(momentum));
    expect(Math.fround(1 - readMomentum)).toBe(Math.fround(1 - momentum));
  });

  it('has the scale of the slider, and a new scale if the next optimizer uses the name for something else', () => {
    expect(settings().y).toEqual({ of: 'momentum', from: 0, to: 0.999, scale: 'oneMinus' });
    edit(changeOptimizer(currentExperiment(), 0, 'rmsprop'));
    setSweep({ x: fromAxisJson({ of: 'alpha', from: 0, to: 0.99, scale: 'oneMinus' }) });
    expect(settings().x).toMatchObject({ of: 'alpha', scale: 'oneMinus' });
    edit(changeOptimizer(currentExperiment(), 0, 'asgd'));
    expect([currentSweep().settings.x, currentSweep().settings.y].map(({ scale }) => scale)).not.toContain('oneMinus');
  });

  it('zooms out one zoom at a time', () => {
    const whole = ranges();
    zoomInto({ x: [1e-4, 1e-3], y: [0.2, 0.8] });
    zoomInto({ x: [2e-4, 3e-4], y: [0.3, 0.4] });
    zoomOut();
    expect(ranges()).toEqual([
      [1e-4, 1e-3],
      [0.2, 0.8],
    ]);
    zoomOut();
    expect(ranges()).toEqual(whole);
    zoomOut();
    expect(ranges()).toEqual(whole);
  });
});

describe('the presets of a sweep', () => {
  it('select a run that has the hyperparameters of their axes', () => {
    applyPreset('betas');
    expect(screenStore.getState().selected).toBe(1);
    expect(settings()).toMatchObject({
      x: { of: 'beta1', from: 0, to: 0.9999, scale: 'oneMinus' },
      y: { of: 'beta2', from: 0, to: 0.99999, scale: 'oneMinus' },
    });
    expect(currentExperiment()).toBe(defaultExperiment);
    applyPreset('momentum');
    expect(screenStore.getState().selected).toBe(0);
    expect(axes()).toEqual(['lr', 'momentum']);
  });

  it('add a run if none has these hyperparameters, and undo removes it', () => {
    edit({ ...defaultExperiment, runs: defaultExperiment.runs.slice(2) });
    const alone = currentExperiment();
    applyPreset('betas');
    expect(currentExperiment().runs.map(({ optimizer }) => optimizer)).toEqual(['gd', 'adam']);
    expect(screenStore.getState().selected).toBe(1);
    undo();
    expect(currentExperiment()).toEqual(alone);
  });

  it('change the optimizer of the selected run if there are eight runs already', () => {
    const [, , gd = defaultExperiment.runs[0]] = defaultExperiment.runs;
    if (!gd) throw new RangeError('no run');
    edit({ ...defaultExperiment, runs: Array.from({ length: 8 }, () => gd) });
    setScreen({ selected: 3 });
    applyPreset('momentum');
    expect(currentExperiment().runs.map(({ optimizer }) => optimizer)).toEqual([
      'gd',
      'gd',
      'gd',
      'sgd',
      'gd',
      'gd',
      'gd',
      'gd',
    ]);
  });

  it('change to the quadratic bowl to vary the condition number', () => {
    applyPreset('condition');
    expect(currentExperiment().problem).toMatchObject({ id: 'quadratic' });
    expect(settings().y).toEqual({ of: 'constant.kappa', from: 1, to: 1000, scale: 'log' });
  });

  it('colour every start of Himmelblau by the minimum reached, and of a problem with one minimum by the outcome', () => {
    edit(changeProblem(defaultExperiment, 'himmelblau'));
    applyPreset('basins');
    expect(settings()).toMatchObject({
      x: { of: 'start.0', from: -5, to: 5 },
      y: { of: 'start.1', from: -5, to: 5 },
      measure: 'minimum',
    });
    edit(changeProblem(changeHyper(defaultExperiment, 0, 'lr', 0.01), 'booth'));
    applyPreset('basins');
    expect(currentSweep().settings.measure).toBe('outcome');
    expect(experimentStore.getState().experiment.problem).toMatchObject({ id: 'booth' });
  });
});
