import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as catalogue from '../../catalogue';
import { complaintCodes } from '../core/complaints';
import { defaultExperiment, defaultsFor, freshExperiment } from '../core/defaults';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { toJson } from '../json/json';
import { limits } from '../core/limits';
import { stageControlsOf, stagePlots, type Stage } from '../core/stage';
import { decodeLink, encodeLink } from './link';
import { quantitiesOf } from '../core/quantities';
import { readExperiment } from '../json/parse';
import { isOnUserData, parametersOf } from '../core/choice';
import { sentence } from '../core/sentences';
import { defaultLossScale } from '../core/lossScale';
import { axisChoices, defaultSweep, type AxisChoice } from '../core/sweep';
import { fromAxisJson } from '../json/sweepAxis';
import { updateCounts } from '../core/updates';
import type { LinkState } from '../core/screenState';
import {
  lowerTabs,
  sweepMeasures,
  sweepSides,
  type Experiment,
  type PlotChoice,
  type PlotView,
  type SweepAxis,
  type SweepChoice,
} from '../core/types';

const plain = (experiment: Experiment): LinkState => ({
  experiment,
  lossScale: defaultLossScale(experiment.problem),
  lossAxis: 'step',
});

const range = fc
  .uniqueArray(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => x + 0),
    { minLength: 2, maxLength: 2, comparator: (a, b) => a === b },
  )
  .map(([a = 0, b = 1]) => [Math.min(a, b), Math.max(a, b)] as const);

/** Views as links say them: the axes' own places in `held`, and the range of the loss, are not said. */
const viewOf = (count: number): fc.Arbitrary<PlotView> =>
  count > 2 ? fc.oneof(parameterView(count), principalView) : parameterView(count);

const principalView: fc.Arbitrary<PlotView> = fc
  .option(fc.tuple(range, range), { nil: undefined })
  .map((ranges) => ({ kind: 'principal', ...(ranges && { ranges }) }));

const parameterView = (count: number): fc.Arbitrary<PlotView> =>
  fc
    .record({
      order: fc.shuffledSubarray([...Array(count).keys()], { minLength: 1, maxLength: Math.min(2, count) }),
      x: range,
      y: range,
      held: fc.array(fc.integer(), { minLength: count, maxLength: count }),
    })
    .map(({ order: [first = 0, second], x, y, held }) => {
      const kept = held.map((value, k) => (k === first || k === second ? 0 : value % 1e9));
      return second === undefined
        ? { kind: 'curve', axes: [first], x, y: [0, 1], held: kept }
        : { kind: 'plane', axes: [first, second], x, y, held: kept };
    });

const axisOf = ({ target, min, max, axis, scales }: AxisChoice): fc.Arbitrary<SweepAxis> =>
  fc.oneof(
    // Its usual range, on any scale that it has.
    fc
      .constantFrom(...scales)
      .filter((scale) => scale !== 'log' || axis.from > 0)
      .map((scale) => ({ ...axis, scale })),
    fc
      .uniqueArray(
        fc.double({ min, max, noNaN: true }).map((x) => x + 0),
        { minLength: 2, maxLength: 2, comparator: (a, b) => a === b },
      )
      .chain(([a = 0, b = 1]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const fitting = scales.filter((scale) => scale === 'linear' || (scale === 'log' ? from > 0 : to < 1));
        return fc.constantFrom(...fitting).map((scale) => ({ target, from, to, scale }));
      }),
  );

/** A sweep that is not the one that the run has by itself: that one is not said. */
const sweepOf = (experiment: Experiment, selected: number): fc.Arbitrary<SweepChoice> => {
  const run = experiment.runs[selected];
  if (!run) throw new RangeError(`no run ${selected}`);
  const choices = axisChoices(experiment, run);
  const two = fc
    .shuffledSubarray(choices, { minLength: 2, maxLength: 2 })
    .chain((picked) => fc.tuple(...picked.map(axisOf)));
  const rest = fc.record(
    {
      side: fc.constantFrom(...sweepSides),
      measure: fc.constantFrom(...sweepMeasures),
      steps: fc.integer({ min: 1, max: 2000 }),
    },
    { requiredKeys: ['side', 'measure'] },
  );
  return fc
    .tuple(two, rest)
    .map(([[x, y], { steps, ...others }]) => {
      if (!x || !y) throw new RangeError('two axes');
      return { x, y, ...others, ...(steps !== undefined && experiment.steps !== undefined && { steps }) };
    })
    .filter((sweep) => JSON.stringify(sweep) !== JSON.stringify(defaultSweep(choices)));
};

/** The loss alone is not said. */
const plotOf = (experiment: Experiment): fc.Arbitrary<PlotChoice> =>
  fc.record(
    {
      quantity: fc.constantFrom(...quantitiesOf(experiment).filter((quantity) => quantity !== 'loss')),
      parameter: fc.constantFrom(...parametersOf(experiment.problem)),
    },
    { requiredKeys: ['quantity'] },
  );

/** Any stage: some of the plots, some of the controls of the runs, with or without words. */
const stageOf = ({ runs }: Experiment): fc.Arbitrary<Stage> =>
  fc.record({
    plots: fc.subarray([...stagePlots], { minLength: 1 }),
    movesStart: fc.boolean(),
    showsHints: fc.boolean(),
    controls: fc.subarray(runs.flatMap((run, index) => stageControlsOf(run).map((name) => ({ run: index, name })))),
    words: fc.constantFrom(null, 'opening-2', 'no-such-words'),
  });

/** What a person may write. */
const prose = (max: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((text) => text.trim() === text && text.length <= max);

const anyState: fc.Arbitrary<LinkState> = anyExperiment.chain((experiment) =>
  fc.nat(experiment.runs.length - 1).chain((selected) => {
    const last = Math.max(...updateCounts(experiment));
    return fc.record(
      {
        experiment: fc.constant(experiment),
        step: fc.nat(last - 1),
        lossScale: fc.constantFrom('log', 'linear'),
        lossAxis:
          experiment.problem.kind === 'data' ? fc.constantFrom('step', 'epoch', 'samples') : fc.constant('step'),
        ...(experiment.problem.kind === 'data' && {
          record: fc.integer({ min: 2, max: 1_000_000 }),
          validation: fc.constant(false as const),
        }),
        plot: plotOf(experiment),
        arrows: fc.constantFrom(['step'] as const, ['gradients'] as const, ['step', 'gradients'] as const),
        framing: fc.constant('break' as const),
        units: fc.constant('equal' as const),
        view: viewOf(parametersOf(experiment.problem).length),
        ...(selected > 0 && { selected: fc.constant(selected) }),
        tab: fc.constantFrom(
          ...lowerTabs.filter((tab) => tab !== 'rule' && (tab !== 'data' || experiment.problem.kind === 'data')),
        ),
        sweep: sweepOf(experiment, selected),
        stage: stageOf(experiment),
        lesson: fc.constantFrom('batch-sizes', 'x2', 'a-lesson-that-is-not-there'),
        question: fc.constantFrom('why-nan', 'a-question-that-is-not-there'),
        title: prose(limits.title),
        note: prose(limits.note),
        curvature: fc.constant('linear' as const),
        field: fc.constantFrom('unit', 'none'),
        probe: fc.tuple(
          ...parametersOf(experiment.problem).map(() =>
            fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => x + 0),
          ),
        ),
        angle: fc.double({ min: -180, max: 180, noNaN: true }).filter((angle) => angle !== 0),
        playlist: fc.constantFrom('abz', 'a.b-cz'),
        language: fc.constantFrom('en', 'zh'),
        plays: fc.constant(true as const),
      },
      { requiredKeys: ['experiment', 'lossScale', 'lossAxis', ...(selected > 0 ? (['selected'] as const) : [])] },
    );
  }),
);

describe('writing and reading', () => {
  test('every state without user data is read back from its link', () => {
    fc.assert(
      fc.property(
        anyState.filter(({ experiment }) => !isOnUserData(experiment)),
        (state) => {
          const link = encodeLink(state);
          const { state: read, complaints } = decodeLink(`#${link}`);
          expect(complaints).toEqual([]);
          expect(read).toEqual(state);
          expect(encodeLink(read)).toBe(link);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a link leaves user data out, and all else that depends on them', () => {
    fc.assert(
      fc.property(anyExperiment.filter(isOnUserData), (experiment) => {
        const link = encodeLink(plain(experiment));
        const { state, complaints } = decodeLink(link);
        expect(complaints).toEqual([]);
        expect(isOnUserData(state.experiment)).toBe(false);
        const there = parametersOf(state.experiment.problem);
        state.experiment.runs.forEach(({ modifiers, ...run }, i) => {
          const { modifiers: original, ...others } = experiment.runs[i] ?? {};
          expect(run).toEqual(others);
          expect(modifiers?.frozen ?? []).toEqual(original?.frozen?.filter((name) => there.includes(name)) ?? []);
          expect({ ...modifiers, frozen: null }).toEqual({ ...original, frozen: null });
        });
        expect(encodeLink(state)).toBe(link);
      }),
      { numRuns: 200 },
    );
  });

  test('an experiment has the same link for any order of its keys', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const reversed: LinkState = {
          ...state,
          experiment: {
            ...state.experiment,
            runs: state.experiment.runs.map((run) => ({
              ...run,
              hyper: Object.fromEntries(Object.entries(run.hyper).reverse()),
            })),
          },
        };
        expect(encodeLink(reversed)).toBe(encodeLink(state));
      }),
      { numRuns: 200 },
    );
  });

  test('a link has only characters that chat programs keep, and is at most as long as the limit', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const link = encodeLink(state);
        expect(link).toMatch(/^[A-Za-z0-9%=&;,.-]*[A-Za-z0-9]$/);
        expect(link.length).toBeLessThanOrEqual(limits.linkLength);
      }),
      { numRuns: 300 },
    );
  });

  test('the longest formula with the longest runs fits in a link', () => {
    const loss = `x${'\u3000'.repeat(limits.formulaLength - 1)}`;
    const eight = Array.from({ length: limits.runs.max }, () => ({
      optimizer: 'nadam',
      hyper: {
        lr: 1.234567890123457e-99,
        beta1: 0.1234567890123457,
        beta2: 0.1234567890123457,
        eps: 1.234567890123457e-99,
        weightDecay: 1.234567890123457e-99,
      },
      schedule: {
        kind: 'oneCycle',
        maxLr: 1.234567890123457e-99,
        totalSteps: 123456,
        pctStart: 0.1234567890123457,
        divFactor: 1.234567890123457,
        finalDivFactor: 1.234567890123457,
        warmup: { startFactor: 1.234567890123457e-99, steps: 123456 },
      },
    }));
    const experiment = readExperiment({ version: 1, problem: { loss, parameters: ['x'] }, runs: eight });
    const link = encodeLink(plain(experiment));
    expect(link.length).toBeLessThanOrEqual(limits.linkLength);
    expect(decodeLink(link)).toEqual({ state: plain(experiment), complaints: [] });
  });
});

describe('links that users have already shared', () => {
  test('the experiment that the page opens with has a link of only the version, and never changes', () => {
    expect(encodeLink(plain(defaultExperiment))).toBe('v=1');
    expect(decodeLink('')).toEqual({ state: plain(defaultExperiment), complaints: [] });
    // Any change of this changes what shared links show, so it needs a new LINK_VERSION and a migration.
    expect(toJson(defaultExperiment)).toEqual({
      version: 1,
      problem: { id: 'rosenbrock', constants: { a: 1, b: 100 } },
      start: [-1.5, 2],
      steps: 200,
      seed: 1,
      runs: [
        {
          optimizer: 'sgd',
          hyper: { lr: 0.0009, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: true, maximize: false },
        },
        { optimizer: 'adam', hyper: { lr: 0.35, beta1: 0.85, beta2: 0.99, eps: 1e-8, weightDecay: 0, amsgrad: false } },
        { optimizer: 'gd', hyper: { lr: 0.0015 } },
      ],
    });
  });

  const links = [
    'v=1&p=rosenbrock;b=50&s=-1.2,1&n=300&r=adam;lr=0.05;beta1=0.8&r=sgd;momentum=0.9;nesterov&at=92&scale=linear&lang=zh',
    'v=1&p=linear-regression;weights=1,2;noise=0.5&s=0,0,0&e=2&seed=9&r=sgd;lr=0.2;batch=10;accumulate=4&axis=epoch&view=w1,-1,2;b,0,1;w2,3',
    'v=1&f=x%5E4%20-%202%2Ax%5E2%20%2B%200.3%2Ax&vars=x&s=1.5&n=50&r=gd;lr=1e-3',
    'v=1&r=sgd;lr=0.01;warmup=20,0.5;schedule=cosine;tMax=50&r=asgd;t0=9;schedule=cosineWarmRestarts;t0=10;tMult=2&r=gd;warmup=5',
    'v=1&p=linear-regression&r=sgd;batch=10;schedule=multiStep;milestones=30&r=gd;schedule=epochDecay;after=2',
    'v=1&f=a%2Ax%5E2%20%2B%20b%2Ay%5E2&vars=x,y&consts=a=2;b=-0.5&ranges=-3,3,0,40&s=1,30&r=gd;lr=1e-3',
  ];
  test.each(links)('are read and written again unchanged: %s', (link) => {
    const { state, complaints } = decodeLink(link);
    expect(complaints).toEqual([]);
    expect(encodeLink(state)).toBe(link.replace('1e-3', '0.001'));
  });

  test('are decoded: the keys of an experiment and a view', () => {
    const { state } = decodeLink(links[1] ?? '');
    expect(state).toMatchObject({
      experiment: {
        problem: {
          id: 'linear-regression',
          settings: { samples: 1000, weight1: 1, weight2: 2, bias: 4.2, noise: 0.5 },
        },
        start: [0, 0, 0],
        epochs: 2,
        seed: 9,
        runs: [{ hyper: { lr: 0.2 }, batch: { size: 10, accumulate: 4 } }],
      },
      lossAxis: 'epoch',
      view: { kind: 'plane', axes: [0, 2], x: [-1, 2], y: [0, 1], held: [0, 3, 0] },
    });
  });

  test('are decoded: the principal plane, with and without ranges', () => {
    const view = (text: string) => decodeLink(`v=1&p=linear-regression&view=${text}`).state.view;
    expect(view('principal')).toEqual({ kind: 'principal' });
    expect(view('principal,-3,3,-0.5,1')).toEqual({
      kind: 'principal',
      ranges: [
        [-3, 3],
        [-0.5, 1],
      ],
    });
  });

  test('are decoded: schedules', () => {
    const runs = (link: string) => decodeLink(link).state.experiment.runs.map(({ schedule }) => schedule);
    expect(runs(links[3] ?? '')).toEqual([
      { kind: 'cosine', args: { tMax: 50, etaMin: 0 }, warmup: { startFactor: 0.5, steps: 20 } },
      { kind: 'cosineWarmRestarts', args: { t0: 10, tMult: 2, etaMin: 0 } },
      { kind: 'constant', args: {}, warmup: { startFactor: 0.1, steps: 5 } },
    ]);
    expect(runs(links[4] ?? '')).toEqual([
      { kind: 'multiStep', args: { milestones: [30], gamma: 0.1 } },
      { kind: 'epochDecay', args: { factor: 0.1, after: 2 } },
    ]);
  });

  test('are decoded: sweeps', () => {
    expect(
      decodeLink(
        'v=1&r=gd&r=sgd;momentum=0.9&run=1&tab=sweep&sweep=x=lr,0.0001,0.01,log;y=momentum,0,0.99;steps=500;side=512;measure=outcome',
      ).state,
    ).toMatchObject({
      selected: 1,
      tab: 'sweep',
      sweep: {
        x: fromAxisJson({ of: 'lr', from: 1e-4, to: 1e-2, scale: 'log' }),
        y: fromAxisJson({ of: 'momentum', from: 0, to: 0.99, scale: 'linear' }),
        steps: 500,
        side: 512,
        measure: 'outcome',
      },
    });
    // An axis without numbers has its usual range; the other one is then the first that is left.
    expect(decodeLink('v=1&p=himmelblau&r=gd&sweep=x=start.0;y=start.1').state.sweep).toEqual({
      x: fromAxisJson({ of: 'start.0', from: -5, to: 5, scale: 'linear' }),
      y: fromAxisJson({ of: 'start.1', from: -5, to: 5, scale: 'linear' }),
      side: 256,
      measure: 'loss',
    });
    expect(decodeLink('v=1&p=quadratic&r=gd&sweep=x=constant.kappa').state.sweep?.y.target).toEqual({
      kind: 'hyper',
      name: 'lr',
    });
  });

  test('always name the scale oneMinus, so that links from before it existed keep their meaning', () => {
    const momentum = fromAxisJson({ of: 'momentum', from: 0, to: 0.999, scale: 'linear' });
    const before = (sweep: string) => decodeLink(`v=1&r=sgd&tab=sweep${sweep}`).state.sweep;
    expect(before('&sweep=y=momentum,0,0.99')?.y).toEqual({ ...momentum, to: 0.99 });
    for (const sweep of ['y=momentum', 'measure=outcome', 'side=512', 'x=lr,0.001,0.1,log'])
      expect(before(`&sweep=${sweep}`)?.y, sweep).toEqual(momentum);
    expect(decodeLink('v=1&r=adam&sweep=x=beta1;y=beta2').state.sweep).toMatchObject({
      x: { to: 0.9999, scale: 'linear' },
      y: { to: 0.99999, scale: 'linear' },
    });
    expect(before('&sweep=y=momentum,0,0.999,oneMinus;measure=outcome')).toMatchObject({
      y: { ...momentum, scale: 'oneMinus' },
      measure: 'outcome',
    });
    // The run's default sweep has that scale, and a link omits the default.
    expect(before('')).toBeUndefined();
    expect(before('&sweep=y=momentum,0,0.999,oneMinus')).toBeUndefined();
  });

  test('are also read after a program has escaped too many characters', () => {
    const link = links[0] ?? '';
    const escaped = link.replaceAll(';', '%3B').replaceAll(',', '%2C').replaceAll('&', '&amp;');
    expect(decodeLink(escaped)).toEqual(decodeLink(link));
  });

  test('include those from before the first release', () => {
    expect(decodeLink('v=0&problem=rosenbrock,b=50&start=-1,2&steps=90&run=sgd,momentum=0.9,nesterov&run=gd')).toEqual(
      decodeLink('v=1&p=rosenbrock;b=50&s=-1,2&n=90&r=sgd;momentum=0.9;nesterov&r=gd'),
    );
  });
});

describe('damaged links', () => {
  const damaged: readonly (readonly [link: string, field: string, value: string, allowed: string])[] = [
    ['v=9&n=3', 'v', '9', '1'],
    ['v=one', 'v', '"one"', '0 ≤ v ≤ 1'],
    ['v=1&q=3', 'q', '"3"', 'v, p, f'],
    ['v=1&n=3&n=4', 'n', '"4"', 'n=…'],
    ['v=1&n=many', 'steps', '"many"', '1 ≤ steps ≤ 20000'],
    ['v=1&n=1e999', 'steps', 'Infinity', '1 ≤ steps ≤ 20000'],
    ['v=1&s=1', 'start', '[1]', 'n = 2'],
    ['v=1&s=,1', 'start.0', '""', '≤ x ≤'],
    ['v=1&p=%E0%A4', 'p', '"%E0%A4"', '%20'],
    ['v=1&p=nowhere;b=3', 'problem.id', '"nowhere"', 'rosenbrock'],
    ['v=1&p=rosenbrock;b=50;b=60', 'p.b', '"60"', 'b=…'],
    ['v=1&r=adam;lr=0.1;lr=0.2', 'runs.0.lr', '"0.2"', 'lr=…'],
    ['v=1&r=adam;lr', 'runs.0.hyper.lr', 'true', '0 ≤ lr ≤ 1000'],
    ['v=1&r=adam;__proto__=1', 'runs.0.hyper.__proto__', '1', 'lr, beta1'],
    ['v=1&r=adam;schedule=sine', 'runs.0.schedule.kind', '"sine"', 'constant, step'],
    ['v=1&r=adam;schedule', 'runs.0.schedule.kind', 'true', 'constant, step'],
    ['v=1&r=adam;schedule=epochDecay', 'runs.0.schedule.kind', '"epochDecay"', 'constant, step'],
    ['v=1&r=adam;schedule=step;lr=0.1', 'runs.0.schedule.lr', '0.1', 'kind, stepSize, gamma'],
    ['v=1&r=adam;schedule=step;gamma=0.1;gamma=0.2', 'runs.0.schedule.gamma', '"0.2"', 'gamma=…'],
    ['v=1&r=adam;schedule=multiStep;milestones=5,x', 'runs.0.schedule.milestones.1', '"x"', '0 ≤ milestones'],
    ['v=1&r=adam;warmup', 'runs.0.schedule.warmup', 'true', 'startFactor, steps'],
    ['v=1&r=adam;warmup=1,2,3', 'runs.0.schedule.warmup', '[1, 2, 3]', 'startFactor, steps'],
    ['v=1&r=adam;warmup=0', 'runs.0.schedule.warmup.steps', '0', '1 ≤ steps'],
    ['v=1&f=x%5E&vars=x', 'problem.loss', '"x^"', 'expected'],
    ['v=1&f=x', 'problem.parameters', 'undefined', '["x"]'],
    ['v=1&f=x&vars=x&p=beale', 'p', '"beale"', 'f, vars'],
    ['v=1&vars=x', 'vars', '"x"', 'f, vars'],
    ['v=1&at=201', 'at', '201', '0 ≤ at ≤ 200'],
    ['v=1&scale=cubic', 'scale', '"cubic"', 'log, linear'],
    ['v=1&axis=epoch', 'axis', '"epoch"', 'step'],
    ['v=1&validation=false', 'validation', '"false"', 'true'],
    ['v=1&frame=half', 'frame', '"half"', 'all, break'],
    ['v=1&units=same', 'units', '"same"', 'fit, equal'],
    ['v=1&curvature=loglog', 'curvature', '"loglog"', 'log, linear'],
    ['v=1&field=long', 'field', '"long"', 'log, unit, none'],
    ['v=1&record=100', 'record', '100', '1'],
    ['v=1&p=linear-regression&record=0', 'record', '0', '1 ≤ record ≤ 1000000'],
    ['v=1&lang=de', 'lang', '"de"', 'en, zh'],
    ['v=1&run=3', 'run', '3', '0 ≤ run ≤ 2'],
    ['v=1&tab=data', 'tab', '"data"', 'rule, table'],
    ['v=1&lesson=a%20b', 'lesson', '"a b"', 'a-z, 0-9, -'],
    ['v=1&r=gd&stage=map', 'stage.0', '"map"', 'path, loss'],
    ['v=1&r=gd&stage=path;0.beta1', 'stage.0', '"0.beta1"', '0.lr'],
    ['v=1&r=gd&stage=path;0.lr;A', 'stage', '"A"', 'a-z, 0-9, -'],
    ['v=1&title=a%3Cb', 'title', '"a<b"', '80'],
    [`v=1&title=${'a'.repeat(81)}`, 'title', '"aaa', '80'],
    [`v=1&note=${'a'.repeat(601)}`, 'note', '"aaa', '600'],
    ['v=1&play=1', 'play', '"1"', 'true'],
    ['v=1&question=A', 'question', '"A"', 'a-z, 0-9, -'],
    ['v=1&probe=1', 'probe', '[1]', 'n = 2'],
    ['v=1&probe=1,x', 'probe.1', '"x"', '≤ x ≤'],
    ['v=1&angle=200', 'angle', '200', '-180 ≤ angle ≤ 180'],
    ['v=1&sweep=z=lr', 'sweep.z', '"lr"', 'x, y, steps, side, measure'],
    ['v=1&sweep=x', 'sweep.x.of', 'true', 'lr, momentum'],
    ['v=1&sweep=x=nesterov', 'sweep.x.of', '"nesterov"', 'lr, momentum'],
    ['v=1&sweep=x=lr;y=lr', 'sweep.y.of', '"lr"', 'momentum, dampening'],
    ['v=1&sweep=x=lr,1', 'sweep.x.range', '[1]', '2 ≤ n ≤ 3'],
    ['v=1&sweep=x=lr,0.1,2000', 'sweep.x.to', '2000', '0 ≤ to ≤ 1000'],
    ['v=1&sweep=x=lr,0.1,0.01', 'sweep.x.to', '0.01', '0.1 < to ≤ 1000'],
    ['v=1&sweep=x=lr,0,0.1,log', 'sweep.x.scale', '"log"', 'linear'],
    ['v=1&sweep=y=momentum,0,1,oneMinus', 'sweep.y.to', '1', '0 ≤ to < 1'],
    ['v=1&sweep=x=dampening,0,0.9,oneMinus', 'sweep.x.scale', '"oneMinus"', 'linear'],
    ['v=1&sweep=x=constant.c,0,1', 'sweep.x.of', '"constant.c"', 'constant.a'],
    ['v=1&sweep=side=100', 'sweep.side', '100', '64, 128, 256, 512'],
    ['v=1&sweep=steps=2001', 'sweep.steps', '2001', '1 ≤ steps ≤ 2000'],
    ['v=1&sweep=measure=mean', 'sweep.measure', '"mean"', 'loss, bestLoss'],
    ['v=1&p=linear-regression&sweep=steps=9', 'sweep.steps', '9', 'x, y, side, measure'],
    ['v=1&view=x,1,0;y,0,1', 'view', '"x,1,0;y,0,1"', 'x,-2,2;y,-2,2'],
    ['v=1&view=x,0,1', 'view', '"x,0,1"', 'x,-2,2;y,-2,2'],
    ['v=1&view=principal', 'view', '"principal"', 'x,-2,2;y,-2,2'],
    ['v=1&p=linear-regression&view=principal,1,0,0,1', 'view', '"principal,1,0,0,1"', 'principal'],
    ['v=1&p=linear-regression&view=principal,0,1', 'view', '"principal,0,1"', 'principal'],
    ['v=1&view=x,0,one;y,0,1', 'view.x.1', '"one"', '≤ x ≤'],
  ];
  test.each(damaged)('%s gets a complaint about %s', (link, field, value, allowed) => {
    const { state, complaints } = decodeLink(link);
    expect(complaints.map((complaint) => complaint.field)).toEqual([field]);
    for (const part of [field, value, allowed]) expect(complaints.map(sentence).join()).toContain(part);
    expect(decodeLink(encodeLink(state))).toEqual({ state, complaints: [] });
  });

  test('a link that is too long opens the default experiment', () => {
    const { state, complaints } = decodeLink(`v=1&n=3&r=${'a'.repeat(limits.linkLength)}`);
    expect(state.experiment).toEqual(defaultExperiment);
    expect(complaints).toMatchObject([{ field: 'link', code: 'linkLength' }]);
  });
});

/** Pieces that links are made of, and some that they are not. */
const pieces = fc.oneof(
  fc.constantFrom(
    'v=1',
    'v=0',
    '&',
    ';',
    '=',
    ',',
    '%',
    '%5E',
    '#',
    '&amp;',
    '__proto__',
    'constructor',
    '-',
    'e',
    '1e999',
    'NaN',
    '\ud800',
    '0.1',
    '99999',
    'true',
  ),
  fc
    .constantFrom(
      'p=',
      'f=',
      'vars=',
      's=',
      'n=',
      'e=',
      'seed=',
      'r=',
      'at=',
      'scale=',
      'axis=',
      'validation=',
      'frame=',
      'units=',
      'curvature=',
      'field=',
      'view=',
      'run=',
      'tab=',
      'sweep=',
      'probe=',
      'angle=',
      'lesson=',
      'stage=',
      'question=',
      'title=',
      'note=',
      'play=',
      'lang=',
    )
    .map((key) => `&${key}`),
  fc.constantFrom(...catalogue.problems, ...catalogue.optimizers).map(({ id }) => id),
  fc.constantFrom(
    ';lr=',
    ';beta1=',
    ';momentum=',
    ';nesterov',
    ';batch=',
    ';accumulate=',
    ';warmup=',
    ';schedule=cosine',
    ';schedule=multiStep',
    ';milestones=',
    ';tMax=',
    ';samples=',
    ';weights=',
    ';b=',
    ';x=lr',
    ';y=start.0',
    ';side=128',
    ';measure=steps',
    ';y=beta1,0,0.9,oneMinus',
  ),
  fc.double().map(String),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

const soup = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

const mutated = fc
  .tuple(
    anyState.map(encodeLink),
    fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(pieces, fc.constant(''))), { minLength: 1, maxLength: 6 }),
  )
  .map(([link, changes]) =>
    changes.reduce((text, [at, length, piece]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + piece + text.slice(from + length);
    }, link),
  );

/** The limits as numbers, independent of the code under test. */
function expectWithinLimits({ problem, runs, steps, epochs, seed, start }: Experiment): void {
  expect(runs.length).toBeGreaterThanOrEqual(1);
  expect(runs.length).toBeLessThanOrEqual(8);
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  expect(start?.every(Number.isFinite) ?? problem.kind === 'data').toBe(true);
  if (problem.kind !== 'data') {
    expect(Number.isInteger(steps) && Number(steps) >= 1 && Number(steps) <= 20_000).toBe(true);
    return;
  }
  const samples = Number(problem.settings.samples);
  expect(Number.isInteger(samples) && samples >= 2 && samples <= 20_000).toBe(true);
  expect(Number.isInteger(epochs) && Number(epochs) >= 1 && Number(epochs) <= 20_000).toBe(true);
  // One is trained on, whatever is kept back.
  const training = Math.max(1, samples - Math.round(samples * (problem.settings.validation ?? 0)));
  for (const { batch } of runs) {
    const size = batch?.size === 'all' ? training : Number(batch?.size);
    const isWhole =
      size * Number(batch?.accumulate) >= training && batch?.sampling !== 'replacement' && batch?.stages === 1;
    if (!isWhole) expect(Number(epochs) * training).toBeLessThanOrEqual(2 ** 21);
    expect(Number(epochs) * Math.ceil(Math.ceil(training / size) / Number(batch?.accumulate))).toBeLessThanOrEqual(
      20_000,
    );
  }
}

describe('arbitrary links', () => {
  test('are read without an exception, within the limits, and with complete complaints (10,000 fragments)', () => {
    fc.assert(
      fc.property(fc.oneof(soup, mutated), (fragment) => {
        const { state, complaints } = decodeLink(fragment);
        expectWithinLimits(state.experiment);
        expect(readExperiment(toJson(state.experiment))).toEqual(state.experiment);
        expect(decodeLink(encodeLink(state))).toEqual({ state, complaints: [] });
        for (const { code, allowed } of complaints)
          expect(Object.keys(allowed)).toEqual(expect.arrayContaining([...complaintCodes[code]]));
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    ['half of a surrogate pair', 'v=1&data=\ud83d'],
    ['half of a surrogate pair in a title', 'v=1&stage=path&title=.16o0'],
    ['a rule with blanks at its end', `v=1&r=rule1&rule=mine(lr%20=%200.1);theta%20=%20theta%20-%20lr*grad(theta)%20`],
  ])('that hold %s are read, and what is read is written and read again', (_, fragment) => {
    const { state } = decodeLink(fragment);
    expect(decodeLink(encodeLink(state))).toEqual({ state, complaints: [] });
  });

  const times = (count: number, part: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => part(i)).join('');

  test('with many formulas: only the first is read', () => {
    const { complaints } = decodeLink(`v=1${times(90, (i) => `&f=${i}*`)}&vars=x`);
    expect(complaints.filter(({ code }) => code === 'formula').map(({ value }) => value)).toEqual(['"0*"']);
    expect(complaints.filter(({ code }) => code === 'duplicate')).toHaveLength(89);
  });

  test('with many runs: only the first eight are read', () => {
    const { state, complaints } = decodeLink(`v=1${times(40, () => '&r=adam;beta1=2')}`);
    expect(complaints.map(({ field }) => field)).toEqual([
      'runs',
      ...Array.from({ length: 8 }, (_, i) => `runs.${i}.hyper.beta1`),
    ]);
    expect(state.experiment.runs).toHaveLength(8);
  });

  test('filled with one repeated field: are read with few and short complaints', () => {
    const fill = (part: string) => `v=1${part.repeat(Math.floor((limits.linkLength - 3) / part.length))}`;
    const parts = [
      '&r=adam',
      '&r=adam;lr=0.1',
      '&f=x&vars=x',
      ';a',
      '&',
      '&view=x,1,2',
      '&p=rosenbrock',
      '%',
      '&%',
      '&s=1,2,3',
      '&;=,',
    ];
    for (const link of [
      ...parts.map(fill),
      `v=1&f=${'-'.repeat(5000)}x&vars=x`,
      `v=1&f=${'('.repeat(1900)}x&vars=x`,
      `v=1&s=${'1,'.repeat(9000)}`,
      `v=1&view=${'x,1;'.repeat(5000)}`,
    ]) {
      const { state, complaints } = decodeLink(link);
      expect(complaints.length).toBeLessThanOrEqual(limits.complaints);
      for (const complaint of complaints) expect(sentence(complaint).length).toBeLessThan(1000);
      expectWithinLimits(state.experiment);
    }
  });
});

test('the default experiment of every problem has a link of only the problem', () => {
  for (const { id } of catalogue.problems) {
    const experiment = defaultsFor(id);
    expectWithinLimits(experiment);
    expect(freshExperiment(experiment.problem)).toEqual(experiment);
    expect(encodeLink(plain(experiment))).toBe(id === 'rosenbrock' ? 'v=1' : `v=1&p=${id}`);
  }
});
