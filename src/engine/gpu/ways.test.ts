import { describe, expect, test } from 'vitest';
import { fullBatch } from '../../experiment';
import type { Batch, DataChoice, Experiment, ProblemChoice } from '../../experiment/core/types';
import { CostModel } from './cost';
import { planExperiment } from '../plan/plan';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { groupsOf } from './trajectory';
import { waysOf, type Way } from './ways';

/** Linear regression on so many features and samples; the numbers themselves do not matter here. */
function regression(features: number, samples: number): DataChoice {
  const choice = choiceOf('linear-regression');
  if (choice.kind !== 'data') throw new TypeError('linear regression has data');
  const x = Array.from({ length: samples }, (_, i) =>
    Array.from({ length: features }, (__, j) => Math.sin(i * (j + 1))),
  );
  return { ...choice, userData: { x, y: x.map(([first = 0]) => first) } };
}

const epochs = (problem: ProblemChoice, optimizer: string, batch: Partial<Batch>): Experiment => ({
  version: 1,
  problem,
  start: null,
  seed: 1,
  epochs: 20,
  runs: [runOf(optimizer, {}, { batch: { ...fullBatch, ...batch } })],
});

/** How the only group of an experiment would be run by a device that nothing has been learnt about. */
function chosen(experiment: Experiment, engine: 'webgl' | 'cpu' = 'webgl'): Way['kind'] {
  const [group] = groupsOf(planExperiment(experiment));
  if (!group) throw new RangeError('no group');
  return new CostModel().cheapest(waysOf(group, engine), group.updates).kind;
}

describe('updates are split', () => {
  test('where every fragment would repeat a large gradient over many samples', () => {
    expect(chosen(epochs(regression(32, 500), 'adam', {}))).toBe('split');
    expect(chosen(epochs(choiceOf('network-classes'), 'adam', {}))).toBe('split');
    // The browser test of split updates stands on these.
    for (const size of [300, 'all'] as const)
      expect(chosen(epochs(choiceOf('network-classes', { samples: 1000 }), 'sgd', { size }))).toBe('split');
  });

  test('not where there are few parameters, small batches, or a function', () => {
    expect(chosen(epochs(regression(2, 500), 'adam', { size: 10 }))).toBe('marked');
    expect(chosen(epochs(regression(32, 500), 'sgd', { size: 1 }))).toBe('marked');
    expect(chosen(descent(choiceOf('rosenbrock'), [-1, 1], 1000, runOf('adam', {})))).toBe('marked');
  });

  test('and a few updates of a function are drawn at once', () => {
    expect(chosen(descent(choiceOf('rosenbrock'), [-1, 1], 50, runOf('adam', {})))).toBe('whole');
  });

  test('never on the processor, where nothing is repeated', () => {
    expect(chosen(epochs(regression(32, 500), 'adam', {}), 'cpu')).toBe('whole');
  });
});

describe('the cost model', () => {
  const nothing = { reads: 2, extra: 0, draws: 0, perUpdate: 0, perPair: 0, perRoot: 0 };
  const whole = { ...nothing, longest: 1024, perPair: 1e5 };
  const marked = { ...nothing, longest: 1024, extra: 1, perRoot: 1e5 };
  const split = { ...nothing, longest: 16, draws: 2, perUpdate: 1e5 };

  test.each([whole, marked])('cuts updates into chunks that no longer ones and no shorter ones beat', (work) => {
    const cost = new CostModel();
    const price = (chunk: number) => cost.expected(work, chunk) / chunk;
    const best = Array.from({ length: 200 }, (_, i) => i + 1).reduce((found, chunk) =>
      price(chunk) < price(found) ? chunk : found,
    );
    expect(Math.abs(cost.chunk(work, 1e6) - best)).toBeLessThanOrEqual(1);
  });

  test('makes chunks no longer than they may be, nor than there are updates', () => {
    const cost = new CostModel();
    expect(cost.chunk(split, 1e6)).toBe(split.longest);
    expect(cost.chunk(split, 5)).toBe(5);
    // 0.012 ms an update times the root of their number: 163 take 25 ms, and chunks of one size are rounded up.
    expect(cost.chunk({ ...marked, reads: 1e6 }, 1e6)).toBe(164);
  });

  test('learns that operations are dear, and then repeats none', () => {
    const cost = new CostModel();
    const cheap = { ...whole, perPair: 1e4 };
    expect(cost.cheapest([cheap, split], 1000)).toBe(cheap);
    for (let i = 0; i < 60; i += 1) cost.learn([{ work: whole, updates: 20 }], 20 * cost.expected(whole, 20));
    expect(cost.cheapest([{ ...cheap, perPair: 1e5 }, split], 1000)).toBe(split);
  });
});
