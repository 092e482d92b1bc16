import { planExperiment } from '../src/engine/plan/plan';
import { randomStream } from '../src/engine/samples/random';
import { runReference } from '../src/engine/float64/reference';
import { experimentAt, type SweepRequest } from '../src/engine/sweep';
import {
  changeBatch,
  changeModifiers,
  changeOptimizer,
  changeSetting,
  defaultsFor,
  fullBatch,
  toJson,
  type Experiment,
  type AxisJson,
} from '../src/experiment';
import type { Modifiers } from '../src/experiment/core/types';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/*
 * Sweeps of modified runs on the engines of the built page against the float64 reference, run by run at random pixels, with
 * each setting of a modifier along an axis in turn. The runs are short, so that float32's rounding does not grow in them.
 */

const FLOAT32_ERROR = 1e-4;
const LOOKED_AT = 12;

const log = (of: string, from: number, to: number): AxisJson => ({ of, from, to, scale: 'log' });
const linear = (of: string, from: number, to: number): AxisJson => ({ of, from, to, scale: 'linear' });

/** One run of an optimizer on a problem at its default settings. */
function one(problem: string, optimizer: string, modifiers: Modifiers, change: Partial<Experiment> = {}): Experiment {
  const plain = { ...defaultsFor(problem), ...change };
  return changeModifiers(changeOptimizer({ ...plain, runs: plain.runs.slice(0, 1) }, 0, optimizer), 0, modifiers);
}

/** A small network under dropout, whose runs see so many samples an update. */
function network(problem: string, optimizer: string, size: number | 'all', modifiers: Modifiers = {}): Experiment {
  const settings = Object.entries({ hidden: 3, samples: 40 });
  const plain = settings.reduce(
    (experiment, [name, value]) => changeSetting(experiment, name, value),
    defaultsFor(problem),
  );
  const chosen = changeOptimizer({ ...plain, epochs: 4, runs: plain.runs.slice(0, 1) }, 0, optimizer);
  return changeModifiers(changeBatch(chosen, 0, { ...fullBatch, size }), 0, { dropout: 0.4, ...modifiers });
}

const grid = { run: 0, width: 9, height: 7 };
const sweeps: Readonly<Record<string, SweepRequest>> = {
  'a penalty by the noise': {
    experiment: one('quadratic', 'sgd', { l2: 0.1, noise: { c: 1, gamma: 0.2 }, frozen: ['x'] }, { steps: 20 }),
    x: log('l2', 0.1, 10),
    y: linear('noiseScale', 0, 10),
    ...grid,
  },
  'a penalty from 0, which is off, by decay from 0': {
    experiment: one('quadratic', 'adam', { l2: 0, decay: 0 }, { steps: 60 }),
    x: linear('l2', 0, 2),
    y: linear('decay', 0, 2),
    ...grid,
  },
  'a clipped norm by a start': {
    experiment: one('quadratic', 'adam', { clipNorm: 1, decay: 0.5 }, { steps: 60 }),
    x: log('clipNorm', 0.01, 10),
    y: linear('start.0', -4, 4),
    ...grid,
  },
  'a clipped value by how noise fades, climbing': {
    experiment: one(
      'quadratic',
      'nesterov',
      { maximize: true, clipValue: 1, noise: { c: 0.5, gamma: 0.5 } },
      { steps: 20 },
    ),
    x: log('clipValue', 0.01, 1),
    y: linear('noiseDecay', 0, 2),
    ...grid,
  },
  'a penalty by the rate, of data in batches': {
    experiment: changeBatch(one('linear-regression', 'sgd', { l2: 0.1, frozen: ['b'] }, { epochs: 2 }), 0, {
      ...fullBatch,
      size: 100,
    }),
    x: linear('l2', 0, 1),
    y: log('lr', 0.001, 0.1),
    ...grid,
  },
  'a loss in t, a rate by its height': {
    experiment: one('reddi', 'adam', {}, { steps: 150 }),
    x: log('lr', 0.001, 0.1),
    y: linear('constant.up', 100, 2000),
    ...grid,
  },
  'dropout in mini-batches, the rate by momentum': {
    experiment: network('network-fit', 'sgd', 8),
    x: log('lr', 0.001, 0.1),
    y: linear('momentum', 0, 0.9),
    ...grid,
  },
  'dropout in full batches, the rate by a penalty': {
    experiment: network('network-classes', 'adam', 'all', { l2: 0.1 }),
    x: log('lr', 0.001, 0.1),
    y: linear('l2', 0, 1),
    ...grid,
  },
  'products with the Hessian, a penalty by the rate': {
    experiment: one('quadratic', 'adahessian', { l2: 0.1 }, { steps: 20 }),
    x: log('l2', 0.01, 10),
    y: log('lr', 0.01, 1),
    ...grid,
  },
  'the diagonal of the Hessian in mini-batches, its weight by the rate': {
    experiment: network('network-fit', 'sophia', 8),
    x: log('gamma', 0.01, 10),
    y: log('lr', 0.001, 0.1),
    ...grid,
  },
};

/** Pixels of a sweep, the same at every run of the tests. */
function sampleOf({ width, height }: SweepRequest): { readonly column: number; readonly row: number }[] {
  const random = randomStream(5, 'data');
  return Array.from({ length: LOOKED_AT }, () => ({
    column: Math.floor(random() * width),
    row: Math.floor(random() * height),
  }));
}

/** The losses at which a sweep looks: at every row, and of data when an epoch ends. */
function lossesAt(request: SweepRequest, column: number, row: number): number[] {
  const plan = planExperiment(experimentAt(request, column, row));
  const [trace] = runReference(plan);
  const [run] = plan.runs;
  if (!trace || !run) throw new RangeError('no run');
  const epochs = run.kind === 'data' ? run.batches.epoch : null;
  return Array.from(trace.loss).filter(
    (_, k) => !epochs || k === 0 || k === run.updates || epochs[k] !== epochs[k - 1],
  );
}

for (const [name, request] of Object.entries(sweeps)) {
  test(`sweeps of modified runs are their runs: ${name}`, async ({ page }) => {
    const pixels = sampleOf(request).map(({ column, row }) => ({
      column,
      row,
      losses: lossesAt(request, column, row),
    }));
    // A sweep in which all runs end alike would prove little.
    expect(new Set(pixels.map(({ losses }) => losses.at(-1)?.toPrecision(3))).size).toBeGreaterThan(2);
    await openPage(page);
    const { experiment, ...asked } = request;
    for (const engine of ['webgl', 'cpu'] as const) {
      for (const measure of ['loss', 'bestLoss'] as const) {
        const values = await page.evaluate(
          async ([json, over, on]) => Array.from((await window.overshoot.sweep(json, over, { engine: on })).values),
          [toJson(experiment), { ...asked, measure }, engine] as const,
        );
        expect(values).toHaveLength(request.width * request.height);
        for (const { column, row, losses } of pixels) {
          const wanted = measure === 'loss' ? (losses.at(-1) ?? Number.NaN) : Math.min(...losses);
          const off =
            Math.abs((values[row * request.width + column] ?? Number.NaN) - wanted) / Math.max(1, Math.abs(wanted));
          expect(off, `${engine}, ${measure} at column ${column}, row ${row}`).toBeLessThan(FLOAT32_ERROR);
        }
      }
    }
  });
}
