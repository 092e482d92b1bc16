import { describe, expect, test } from 'vitest';
import { fullBatch } from '../../experiment';
import type { Batch, DataChoice, Experiment, ProblemChoice } from '../../experiment/core/types';
import { CostModel } from './cost';
import { planExperiment } from '../plan/plan';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { groupsOf } from './trajectory';
import { strategiesFor, type UpdateStrategy } from './strategies';

/** Linear regression with this many features and samples; their values do not matter here. */
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

/** The strategy for the only group of an experiment, on a device that nothing has been learnt about. */
function chosen(experiment: Experiment, engine: 'webgl' | 'cpu' = 'webgl'): UpdateStrategy['kind'] {
  const [group] = groupsOf(planExperiment(experiment));
  if (!group) throw new RangeError('no group');
  return new CostModel().cheapest(strategiesFor(group, engine), group.updates).kind;
}

describe('updates are made in two passes', () => {
  test('but not where the second would read more tables than a shader has', () => {
    const losses = (turns: number) =>
      `search(lr = 1)\ng = grad(theta); s = lr\nrepeat ${turns}\ns = if(loss(theta - s*g) < loss(theta), s, s/2)\nend\ntheta = theta - s*g`;
    const kindsFor = (rule: string) => {
      const [group] = groupsOf(planExperiment(epochs(regression(32, 500), rule, {})));
      return group ? strategiesFor(group, 'webgl').map(({ kind }) => kind) : [];
    };
    expect(kindsFor(losses(7))).toEqual(['direct', 'checkpointed', 'twoPass']);
    expect(kindsFor(losses(8))).toEqual(['direct', 'checkpointed']);
  });

  test('where every fragment would repeat a large gradient over many samples', () => {
    expect(chosen(epochs(regression(32, 500), 'adam', {}))).toBe('twoPass');
    expect(chosen(epochs(choiceOf('network-classes'), 'adam', {}))).toBe('twoPass');
    // The browser test of two-pass updates relies on these.
    for (const size of [300, 'all'] as const)
      expect(chosen(epochs(choiceOf('network-classes', { samples: 1000 }), 'sgd', { size }))).toBe('twoPass');
  });

  test('but not where there are few parameters, small batches, or a function', () => {
    expect(chosen(epochs(regression(2, 500), 'adam', { size: 10 }))).toBe('checkpointed');
    expect(chosen(epochs(regression(32, 500), 'sgd', { size: 1 }))).toBe('checkpointed');
    expect(chosen(descent(choiceOf('rosenbrock'), [-1, 1], 1000, runOf('adam', {})))).toBe('checkpointed');
  });

  test('and not for a few updates of a function, which take one draw', () => {
    expect(chosen(descent(choiceOf('rosenbrock'), [-1, 1], 50, runOf('adam', {})))).toBe('direct');
  });

  test('nor on the CPU, where nothing is repeated', () => {
    expect(chosen(epochs(regression(32, 500), 'adam', {}), 'cpu')).toBe('direct');
  });
});

describe('the cost model', () => {
  const nothing = {
    readsPerChunk: 2,
    unreadDrawsPerChunk: 0,
    unreadDrawsPerUpdate: 0,
    operationsPerUpdate: 0,
    operationsPerPair: 0,
    operationsPerRoot: 0,
  };
  const direct = { ...nothing, maxUpdates: 1024, operationsPerPair: 1e5 };
  const checkpointed = { ...nothing, maxUpdates: 1024, unreadDrawsPerChunk: 1, operationsPerRoot: 1e5 };
  const twoPass = { ...nothing, maxUpdates: 16, unreadDrawsPerUpdate: 2, operationsPerUpdate: 1e5 };

  test.each([direct, checkpointed])('chooses the chunk size with the lowest cost per update', (work) => {
    const cost = new CostModel();
    const price = (chunk: number) => cost.expected(work, chunk) / chunk;
    const best = Array.from({ length: 200 }, (_, i) => i + 1).reduce((found, chunk) =>
      price(chunk) < price(found) ? chunk : found,
    );
    expect(Math.abs(cost.chunk(work, 1e6) - best)).toBeLessThanOrEqual(1);
  });

  test('makes no chunk longer than allowed, or longer than the run', () => {
    const cost = new CostModel();
    expect(cost.chunk(twoPass, 1e6)).toBe(twoPass.maxUpdates);
    expect(cost.chunk(twoPass, 5)).toBe(5);
    // 0.012 ms an update times the root of their number: 163 take 25 ms, and chunks of one size are rounded up.
    expect(cost.chunk({ ...checkpointed, readsPerChunk: 1e6 }, 1e6)).toBe(164);
  });

  test('prefers two-pass updates after learning that operations are costly', () => {
    const cost = new CostModel();
    const cheap = { ...direct, operationsPerPair: 1e4 };
    expect(cost.cheapest([cheap, twoPass], 1000)).toBe(cheap);
    for (let i = 0; i < 60; i += 1) cost.learn([{ work: direct, updates: 20 }], 20 * cost.expected(direct, 20));
    expect(cost.cheapest([{ ...cheap, operationsPerPair: 1e5 }, twoPass], 1000)).toBe(twoPass);
  });
});
