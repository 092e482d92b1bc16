import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRun, defaultsFor } from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import { openCpu } from '../gpu/device';
import { registerKernels } from '../gpu/kernels';
import { planExperiment } from '../plan/plan';
import { randomStream } from '../samples/random';
import { runReference } from '../float64/reference';
import type { Precision } from '../loss/evaluator';
import type { Outcome, RunTrace } from '../trace/types';
import { experimentAt } from './axes';
import { TileCost } from './cost';
import { measuresAsked, partOf, SweepAssembly } from './parts';
import { completeSweep, streamSweep } from './stream';
import { gridsOf, sweepOnDevice, sweepReference } from './sweep';
import { sweepOutcomes, type SweepOutcome, type SweepRequest, type SweepResult } from './types';

registerKernels();
const cpu = openCpu();

function finish(steps: Iterable<SweepResult>): SweepResult {
  const work = completeSweep(steps);
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
  }
}

const onCpu = (request: SweepRequest): SweepResult => finish(sweepOnDevice(request, [request], cpu, new TileCost()));
const inFloat64 = (request: SweepRequest): SweepResult => finish(sweepReference(request));

function on(
  problem: string,
  optimizer: string,
  hyper: Run['hyper'] = {},
  change: Partial<Experiment> = {},
): Experiment {
  const plain = defaultsFor(problem);
  const run = defaultRun(optimizer, plain.problem);
  return { ...plain, ...change, runs: [{ ...run, hyper: { ...run.hyper, ...hyper } }] };
}

const size = { width: 24, height: 20 };
const log = (of: string, from: number, to: number) => ({ of, from, to, scale: 'log' }) as const;
const linear = (of: string, from: number, to: number) => ({ of, from, to, scale: 'linear' }) as const;

const sweeps: Readonly<Record<string, SweepRequest>> = {
  'gradient descent on Rosenbrock, rate by start': {
    experiment: on('rosenbrock', 'gd', {}, { steps: 400 }),
    run: 0,
    x: log('lr', 1e-4, 1e-2),
    y: linear('start.0', -2, 2),
    ...size,
  },
  'Adam on Rosenbrock, beta1 by beta2': {
    experiment: on('rosenbrock', 'adam', { lr: 0.3 }),
    run: 0,
    x: linear('beta1', 0, 0.99),
    y: linear('beta2', 0.5, 0.9999),
    ...size,
  },
  'AdamW on Beale, rate by decay': {
    experiment: on('beale', 'adamw'),
    run: 0,
    x: log('lr', 1e-3, 1),
    y: linear('weightDecay', 0, 0.5),
    ...size,
  },
  'SGD on a bowl, rate by momentum': {
    experiment: on('quadratic', 'sgd'),
    run: 0,
    x: log('lr', 1e-3, 1),
    y: linear('momentum', 0, 0.99),
    ...size,
  },
  'SGD on a bowl, rate by condition': {
    experiment: on('quadratic', 'sgd', { momentum: 0.5 }),
    run: 0,
    x: log('lr', 1e-3, 1),
    y: log('constant.kappa', 1, 1000),
    ...size,
  },
  'basins of Himmelblau': {
    experiment: on('himmelblau', 'gd', { lr: 0.01 }),
    run: 0,
    x: linear('start.0', -5, 5),
    y: linear('start.1', -5, 5),
    ...size,
  },
  'local minima of Rastrigin': {
    experiment: on('rastrigin', 'gd', { lr: 0.002 }),
    run: 0,
    x: linear('start.0', -5, 5),
    y: linear('start.1', -5, 5),
    ...size,
  },
  'NAdam, beta1 by the decay of its momentum': {
    experiment: on('booth', 'nadam', { lr: 0.1 }),
    run: 0,
    x: linear('beta1', 0, 0.99),
    y: log('momentumDecay', 1e-4, 1),
    width: 8,
    height: 6,
  },
  'regression, rate by start': {
    experiment: on('linear-regression', 'sgd'),
    run: 0,
    x: log('lr', 1e-3, 10),
    y: linear('start.1', -5, 5),
    width: 6,
    height: 4,
  },
};

/** The codes of a sweep in the words of outcome.ts. */
const codeOf = ({ kind }: Outcome): SweepOutcome =>
  kind === 'descending' || kind === 'rising' || kind === 'wandering' || kind === 'stopped' ? 'moving' : kind;

/** Some pixels of a sweep, the same at every run of the tests. */
function pixels({ width, height }: SweepRequest, count: number): { column: number; row: number; at: number }[] {
  const random = randomStream(7, 'data');
  return Array.from({ length: count }, () => {
    const [column, row] = [Math.floor(random() * width), Math.floor(random() * height)];
    return { column, row, at: row * width + column };
  });
}

/** The run of a pixel by itself, with every row and the end that outcome.ts names. */
function traceAt(request: SweepRequest, column: number, row: number, precision: Precision): RunTrace {
  const [trace] = runReference(planExperiment(experimentAt(request, column, row)), precision);
  if (!trace) throw new RangeError('no run');
  return trace;
}

/** Holds some pixels of a sweep to their runs. */
function expectRuns(request: SweepRequest, { measures: found }: SweepResult, precision: Precision): void {
  const isFunction = request.experiment.problem.kind === 'function';
  for (const { column, row, at } of pixels(request, isFunction ? 30 : 6)) {
    const { loss, rows, outcome } = traceAt(request, column, row, precision);
    const where = `pixel ${column}, ${row}`;
    if (!outcome) throw new RangeError('a run without an end');
    const last = loss[rows - 1] as number;
    // A loss over data that overflows within an epoch is noticed when the epoch ends.
    if (isFunction || Number.isFinite(last)) expect(found.loss[at], where).toBe(Math.fround(last));
    else expect(Number.isFinite(found.loss[at]), where).toBe(false);
    if (isFunction)
      expect(found.bestLoss[at], where).toBe(
        Math.fround(loss.filter(Number.isFinite).reduce((best, value) => Math.min(best, value), Infinity)),
      );
    expect(sweepOutcomes[found.outcome[at] as number], where).toBe(codeOf(outcome));
    if (outcome.kind === 'converged' && outcome.minimum !== undefined)
      expect([found.steps[at], found.minimum[at]], where).toEqual([outcome.step, outcome.minimum]);
    if (outcome.kind === 'diverged') expect([found.steps[at], found.minimum[at]], where).toEqual([Number.NaN, -1]);
  }
}

describe.each(Object.entries(sweeps))('%s', (_, request) => {
  const reference = inFloat64(request);
  const single = onCpu(request);

  test('the float64 sweep has the same summaries as the runs', () => expectRuns(request, reference, 'float64'));

  test('the float32 sweep has the same summaries as float32 runs', () => expectRuns(request, single, 'float32'));

  test('float32 and float64 find the same minima', () => {
    const differ = reference.measures.minimum.filter((minimum, at) => minimum !== single.measures.minimum[at]);
    expect(differ.length).toBeLessThanOrEqual(0.02 * reference.measures.minimum.length);
  });
});

test('losses of data problems count at the end of an epoch', () => {
  const request = sweeps['regression, rate by start'] as SweepRequest;
  const { measures } = inFloat64(request);
  const updates = 100;
  for (const { column, row, at } of pixels(request, 4)) {
    const { loss, rows } = traceAt(request, column, row, 'float64');
    const looked = Array.from({ length: 4 }, (_, epoch) => loss[Math.min(rows - 1, epoch * updates)] as number);
    expect(measures.bestLoss[at]).toBe(Math.fround(Math.min(...looked.filter(Number.isFinite))));
  }
});

test('a sweep of Himmelblau ends in all four basins, each around its minimum', () => {
  const request = sweeps['basins of Himmelblau'] as SweepRequest;
  const { minimum } = inFloat64(request).measures;
  expect(new Set(minimum)).toEqual(new Set([0, 1, 2, 3]));
  const corner = (column: number, row: number) => minimum[row * size.width + column];
  // (3, 2), (-2.8, 3.1), (-3.8, -3.3) and (3.6, -1.8), at the pixels next to them.
  expect([corner(18, 13), corner(5, 15), corner(3, 3), corner(20, 6)]).toEqual([0, 1, 2, 3]);
});

test('gradient descent on a quadratic converges for rates up to 2/L', () => {
  const request: SweepRequest = {
    experiment: on('quadratic', 'gd', {}, { steps: 2000 }),
    run: 0,
    x: linear('lr', 0.001, 0.1),
    y: log('constant.kappa', 20, 1000),
    width: 25,
    height: 6,
  };
  const { measures } = inFloat64(request);
  Array.from({ length: 25 * 6 }, (_, at) => {
    const [column, row] = [at % 25, Math.floor(at / 25)];
    const edge = (0.001 + (0.099 * column) / 24) * 20 * 50 ** (row / 5);
    if (Math.abs(edge - 2) < 0.05) return;
    const diverges = ['left', 'diverged'].includes(sweepOutcomes[measures.outcome[at] as number] as string);
    expect(diverges, `lr*L = ${edge}`).toBe(edge > 2);
  });
});

test.each([
  ['every measure', {}],
  ['the loss alone', { only: 'loss' }],
] as const)('a streamed sweep grows from coarse grids to the complete one: %s', (_, only) => {
  const request: SweepRequest = {
    ...(sweeps['SGD on a bowl, rate by momentum'] as SweepRequest),
    width: 70,
    height: 64,
    steps: 20,
    ...only,
  };
  const whole = onCpu(request);
  const assembly = new SweepAssembly();
  const seen: [width: number, height: number, first: number, done: number, last: boolean][] = [];
  let shown: SweepResult | null = null;
  const stream = streamSweep(sweepOnDevice(request, gridsOf(request), cpu, new TileCost()), request, (part, last) => {
    seen.push([part.width, part.height, part.first, part.done, last]);
    expect(Object.values(part.measures).every(({ length }) => length === (part.done - part.first) * part.width)).toBe(
      true,
    );
    shown = assembly.add(part);
  });
  while (!stream.next().done);
  expect(seen[0]?.slice(0, 3)).toEqual([32, 32, 0]);
  expect(seen.filter(([, height, , done]) => done === height).map(([width]) => width)).toEqual([32, 70]);
  expect(seen.map(([, , , , last]) => last).indexOf(true)).toBe(seen.length - 1);
  expect(shown).toEqual(whole);
});

test('parts of any size make the complete grid, and a sweep that starts again begins empty', () => {
  const whole = inFloat64(sweeps['basins of Himmelblau'] as SweepRequest);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: whole.height - 1 }), { maxLength: 6 }),
      fc.boolean(),
      (cuts, isRestarted) => {
        const assembly = new SweepAssembly();
        const stops = [...cuts.toSorted((a, b) => a - b), whole.height];
        const tell = (until: number) =>
          stops
            .slice(0, until)
            .map((done, i) => assembly.add(partOf({ ...whole, done }, stops[i - 1] ?? 0, measuresAsked({}))));
        if (isRestarted) tell(Math.ceil(stops.length / 2));
        const grown = tell(stops.length);
        expect(grown.at(-1)).toEqual(whole);
        expect(grown.map(({ done }) => done)).toEqual(stops);
      },
    ),
  );
});
