import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import { runToEnd } from '../../../engine/common/slice';
import { runReference } from '../../../engine/float64/reference';
import { openCpu } from '../../../engine/gpu/device';
import { registerKernels } from '../../../engine/gpu/kernels';
import { planExperiment } from '../../../engine/plan/plan';
import { axisValue } from '../../../engine/sweep';
import { TileCost } from '../../../engine/sweep/cost';
import { completeSweep } from '../../../engine/sweep/stream';
import { sweepOnDevice, sweepReference } from '../../../engine/sweep/sweep';
import { readExperiment } from '../../../experiment';
import { loadLaterMessages, loadMessages } from '../../../language';
import { exactDigits } from '../../../engine/sweep/exactDigits';
import { summarizeSweep } from './sweep';

registerKernels();

const experiment = readExperiment({
  version: 1,
  problem: { id: 'rosenbrock' },
  start: [-1.5, 2],
  steps: 200,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.001, momentum: 0.9 } }],
});
// One row of the sweep that opens on it, that with the lowest loss of all.
const momentum = axisValue({ from: 0, to: 0.999, scale: 'oneMinus' }, 86, 256);
const x = { from: 1e-5, to: 0.1, scale: 'log' } as const;
const y = { from: momentum, to: momentum, scale: 'oneMinus' } as const;
const request = { experiment, run: 0, x: { of: 'lr', ...x }, y: { of: 'momentum', ...y }, width: 256, height: 1 };

function lossAt(precision: 'float32' | 'float64', lr: number, mu: number): number {
  const runs = experiment.runs.map((run) => ({ ...run, hyper: { ...run.hyper, lr, momentum: mu } }));
  const [trace] = runReference(planExperiment({ ...experiment, runs }), precision);
  return trace?.loss[200] ?? Number.NaN;
}

async function sentenceOf(steps: Parameters<typeof completeSweep>[0]): Promise<string> {
  const axis = (name: string) => ({ kind: 'hyper', name }) as const;
  const shown = {
    settings: {
      x: { target: axis('lr'), ...x },
      y: { target: axis('momentum'), ...y },
      side: 256,
      measure: 'loss',
    } as const,
    x: 'learning rate',
    y: 'momentum',
    grid: runToEnd(completeSweep(steps)),
  };
  const messages = { ...(await loadMessages('en')), ...(await loadLaterMessages('en')) };
  const { sentences } = summarizeSweep(shown, {
    t: createTranslator({ locale: 'en', messages }),
    moment: { step: 0, hidesFuture: false },
    write: (value, digits = 4) => String(Number(value.toPrecision(digits))),
    outcomeOf: () => '',
  });
  return sentences.at(-1) ?? '';
}

/** The numbers that a sentence says. */
const numbersIn = (sentence: string): number[] =>
  [...sentence.matchAll(/\d[\d.]*(?:e-?\d+)?(?=[,.]? |,|\.$|$)/g)].map(([text]) => Number(text.replace(/\.$/, '')));

test('the lowest loss of a sweep is that of a run with the numbers that are said', async () => {
  const sweep = sweepOnDevice(request, [request], openCpu('noWebgl2'), new TileCost());
  const [loss = NaN, lr = NaN, mu = NaN] = numbersIn(await sentenceOf(sweep));
  expect(loss).toBe(6.877e-7);
  // Four digits of each would give ten times as much.
  expect(lossAt('float32', 0.001688, 0.9027) / loss).toBeGreaterThan(10);
  expect(Number(lossAt('float32', lr, mu).toPrecision(4))).toBe(loss);
});

test('and so it is in float64', async () => {
  const [loss = NaN, lr = NaN, mu = NaN] = numbersIn(await sentenceOf(sweepReference(request)));
  expect(Math.abs(lossAt('float64', lr, mu) / loss - 1)).toBeLessThan(1e-3);
});

test('a value has as many digits as float32 tells apart, near 1 those of its distance from 1, and no more', () => {
  expect(exactDigits(0.5, 'linear')).toBe(4);
  expect(exactDigits(Math.fround(0.1234567), 'linear')).toBeLessThanOrEqual(9);
  const near = 1 - 1e-3 / 3;
  const written = Number(near.toPrecision(exactDigits(near, 'oneMinus')));
  expect(Math.fround(1 - written)).toBe(Math.fround(1 - near));
});
