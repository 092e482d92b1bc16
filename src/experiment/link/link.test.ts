import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as catalogue from '../../catalogue';
import { defaultExperiment, defaultsFor, freshExperiment } from '../core/defaults';
import { anyExperiment } from '../testing/arbitraryExperiments';
import { anyState } from '../testing/arbitraryStates';
import { expectWithinLimits } from '../testing/expectWithinLimits';
import { toJson } from '../json/json';
import { limits } from '../core/limits';
import { decodeLink, encodeLink } from './link';
import { readExperiment } from '../json/parse';
import { isOnUserData, parametersOf } from '../core/choice';
import { updateCounts } from '../core/updates';
import { sentence } from '../core/sentences';
import { defaultLossScale } from '../core/lossScale';
import { fromAxisJson } from '../json/sweepAxis';
import type { LinkState } from '../core/screenState';
import type { Experiment } from '../core/types';

const plain = (experiment: Experiment): LinkState => ({
  experiment,
  lossScale: defaultLossScale(experiment.problem),
  lossAxis: 'step',
});

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

  test('a link says all else that was set on user data, for when they are there', () => {
    fc.assert(
      fc.property(anyExperiment.filter(isOnUserData), (experiment) => {
        const said = decodeLink(encodeLink(plain(experiment))).state.userData?.experiment;
        expect(said).toBeDefined();
        expect({ ...said, problem: null }).toEqual({ ...experiment, problem: null });
      }),
      { numRuns: 200 },
    );
  });

  test.each([250, 317, 330, 1234, 5000])(
    '%i epochs on user data of 57 rows in batches of 16 are %i in the link',
    (epochs) => {
      const rows = Array.from({ length: 57 }, (_, i) => [i, i % 5, i % 7]);
      const experiment = readExperiment({
        version: 1,
        problem: { id: 'linear-regression', data: { x: rows, y: rows.map(([x = 0]) => x) } },
        epochs,
        runs: [{ optimizer: 'sgd', hyper: { lr: 0.02 }, batch: { size: 16 } }],
      });
      const link = encodeLink(plain(experiment));
      expect(link).toContain(`&e=${epochs}&`);
      const { state, complaints } = decodeLink(link);
      expect(complaints).toEqual([]);
      expect([state.experiment.epochs, updateCounts(state.experiment)]).toEqual([epochs, [4 * epochs]]);
      expect(encodeLink({ ...state, step: 4 * epochs - 1 })).toContain(`&at=${4 * epochs - 1}`);
    },
  );

  test.each(['1,3', '57', '57,33', '20001,3', 'many,3'])(
    'a link with a wrong size of user data says so: %s',
    (size) => {
      const { state, complaints } = decodeLink(`v=1&p=linear-regression&e=7&data=4cd6b60f7e,${size}`);
      expect(complaints.map(({ field }) => field)).toEqual(['data']);
      expect(state).toMatchObject({ experiment: { epochs: 7 }, userData: { name: '4cd6b60f7e' } });
    },
  );

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

test('a start that is sampled from the seed is said to be, and read as such', () => {
  const { state, complaints } = decodeLink('v=1&p=network-fit&s=drawn');
  expect(complaints).toEqual([]);
  expect(state.experiment.start).toBeNull();
  const [complaint] = decodeLink('v=1&p=booth&s=drawn').complaints;
  expect(complaint).toMatchObject({ field: 'start', value: 'null' });
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
    ['v=1&view=x,0,1;y,0,1;x,1,0', 'view', '"x,0,1;y,0,1;x,1,0"', 'x,-2,2;y,-2,2'],
    ['v=1&view=principal', 'view', '"principal"', 'x,-2,2;y,-2,2'],
    ['v=1&p=linear-regression&view=principal,1,0,0,1', 'view', '"principal,1,0,0,1"', 'principal'],
    ['v=1&p=linear-regression&view=principal,0,1', 'view', '"principal,0,1"', 'principal'],
    ['v=1&p=linear-regression&view=principal,0,1,0,1,2', 'view', '"principal,0,1,0,1,2"', 'principal'],
    ['v=1&p=linear-regression&view=principal,0,1,0,1;w1,0,1', 'view', '"principal,0,1,0,1;w1,0,1"', 'principal'],
    ['v=1&p=linear-regression&view=principal,0,1,1,1', 'view', '"principal,0,1,1,1"', 'principal'],
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

describe('arbitrary links', () => {
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
