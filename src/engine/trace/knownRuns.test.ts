import { expect, test } from 'vitest';
import { planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { withKnownRuns } from './knownRuns';
import type { Trace } from './types';

const traceAt = (lr: number): Trace => {
  const runs = [runOf('adam', { lr }), runOf('gd', { lr: 0.001 })];
  const plan = planExperiment(descent(choiceOf('rosenbrock'), [-1.2, 1], 20, ...runs));
  return {
    engine: 'cpu',
    parameters: plan.parameters,
    totals: [21, 21],
    epochSize: 0,
    minima: [],
    runs: runReference(plan),
  };
};

test('a run with the numbers of one before is that object, and one with others is not', () => {
  const before = traceAt(0.02);
  const copy = structuredClone(traceAt(0.03));
  const after = withKnownRuns(copy, before);
  expect(after.runs[1]).toBe(before.runs[1]);
  expect(after.runs[0]).toBe(copy.runs[0]);
  expect(after.runs).toEqual(copy.runs);
  const unfinished = { ...copy, runs: copy.runs.map((run) => ({ ...run, outcome: null })) };
  expect(withKnownRuns(unfinished, before).runs).toEqual(unfinished.runs);
});
