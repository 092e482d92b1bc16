import { describe, expect, test } from 'vitest';
import { findRule, ruleOf } from '../../catalogue';
import type { Experiment } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import { choiceOf, planOnData, runOf } from '../testing/experiments';
import { inspectStep } from './inspect';
import { runReference } from './reference';
import { spectraOf, type Spectrum } from './spectra';

/** One run on an associative memory of eight facts. */
const memory = (id: string, lr: number, epochs: number): Experiment => ({
  version: 1,
  problem: choiceOf('associative-memory'),
  start: null,
  epochs,
  seed: 1,
  runs: [runOf(id, { lr })],
});

/** How often each different sample comes, the most frequent first. */
function countsOf(columns: readonly Float64Array[]): number[] {
  const counts = new Map<string, number>();
  columns[0]?.forEach((_, i) => {
    const sample = columns.map((column) => column[i]).join();
    counts.set(sample, (counts.get(sample) ?? 0) + 1);
  });
  return [...counts.values()].sort((a, b) => b - a);
}

/** The spectra of one update of an optimizer on an associative memory of eight facts. */
function spectraAt(id: string, lr: number, step: number): Spectrum[] {
  const plan = planExperiment(memory(id, lr, step));
  const [trace] = runReference(plan);
  const [matrix] = plan.tensors;
  const optimizer = findRule(id);
  if (!trace || !matrix || !optimizer) throw new RangeError('no run');
  const n = plan.parameters.length;
  const width = trace.state.length / trace.rows;
  const inspection = inspectStep(plan, 0, step, {
    params: trace.params.slice((step - 1) * n, step * n),
    state: trace.state.slice((step - 1) * width, step * width),
  });
  return spectraOf(inspection, ruleOf(optimizer), matrix);
}

const valuesOf = (spectra: readonly Spectrum[], kind: Spectrum['kind']) =>
  spectra.find((one) => one.kind === kind)?.values ?? [];
const ratio = (values: readonly number[]) => Math.max(...values) / Math.min(...values);

describe('the first update from a memory that knows nothing', () => {
  test('has the frequencies of the facts for the singular values of its gradient', () => {
    const counts = countsOf(planOnData(memory('sgd', 0.1, 1)).data.columns);
    expect(counts).toHaveLength(8);
    valuesOf(spectraAt('sgd', 0.1, 1), 'gradient').forEach((value, k) =>
      expect(value).toBeCloseTo((counts[k] ?? Number.NaN) / 64, 13),
    );
  });

  test('of SGD has those of the gradient; of Muon they are nearly equal', () => {
    const [sgd, muon] = [spectraAt('sgd', 0.1, 1), spectraAt('muon', 0.02, 1)];
    expect(ratio(valuesOf(sgd, 'update'))).toBeCloseTo(ratio(valuesOf(sgd, 'gradient')), 9);
    expect(ratio(valuesOf(muon, 'into'))).toBeGreaterThan(15);
    expect(ratio(valuesOf(muon, 'update'))).toBeLessThan(1.8);
    for (const value of valuesOf(muon, 'update')) {
      expect(value).toBeGreaterThan(0.65);
      expect(value).toBeLessThan(1.25);
    }
  });
});

test('when the most frequent fact is known, Muon knows the rarest too, and SGD does not', () => {
  const smallest = (id: string, lr: number, step: number) =>
    Math.min(...valuesOf(spectraAt(id, lr, step), 'parameters'));
  // All facts are known where every singular value is 1.
  expect(smallest('muon', 0.02, 60)).toBeGreaterThan(0.8);
  expect(smallest('sgd', 0.1, 60)).toBeLessThan(0.25);
});

test('what is orthogonalized is named as the line of the rule is; a rule that orthogonalizes nothing has no such spectrum', () => {
  expect(spectraAt('muon', 0.02, 2).map(({ kind, name }) => [kind, name])).toEqual([
    ['gradient', ''],
    ['into', 'u'],
    ['update', ''],
    ['parameters', ''],
  ]);
  // An update over a rate of 0 has none.
  expect(spectraAt('adam', 0, 2).map(({ kind }) => kind)).toEqual(['gradient', 'parameters']);
  expect(spectraAt('adam', 0.02, 2).map(({ kind }) => kind)).toEqual(['gradient', 'update', 'parameters']);
});
