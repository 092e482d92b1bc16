import { describe, expect, test, vi } from 'vitest';
import { defaultRun, defaultsFor } from '../../experiment';
import type { Experiment, Run } from '../../experiment/core/types';
import { CostModel } from './cost';
import { openCpu, type Device } from './device';
import { registerKernels } from './kernels';
import { planExperiment } from '../plan/plan';
import type { Plan } from '../plan/types';
import { runOnDevice } from './trajectory';
import type { RunRows, RunTrace } from '../trace/types';
import type { Work } from './work';

/* A run that does not change is not computed again when others do. */

registerKernels();
const cpu = openCpu();

function experimentOn(problem: string, optimizers: readonly string[], change: Partial<Experiment> = {}): Experiment {
  const plain = defaultsFor(problem);
  return { ...plain, ...change, runs: optimizers.map((optimizer) => defaultRun(optimizer, plain.problem)) };
}

const withRun = (experiment: Experiment, index: number, change: Partial<Run>): Experiment => ({
  ...experiment,
  runs: experiment.runs.map((run, i) =>
    i === index ? { ...run, ...change, hyper: { ...run.hyper, ...change.hyper } } : run,
  ),
});

/** A device that records which runs of a plan it computes. */
function recording(computed: Set<number>): Device {
  const note = (work: Work) => 'group' in work && work.group.members.forEach((member) => computed.add(member));
  return { ...cpu, run: (work, tables) => (note(work), cpu.run(work, tables)) };
}

function runToEnd(
  plan: Plan,
  before: { readonly plan: Plan; readonly runs: readonly RunTrace[] } | null,
  onRows: (runs: RunRows[]) => void = () => undefined,
  cost = new CostModel(),
): { readonly runs: RunTrace[]; readonly computed: number[] } {
  const computed = new Set<number>();
  const steps = runOnDevice(plan, recording(computed), cost, {
    onRows,
    previousTrace: (run) => before?.runs[before.plan.runs.findIndex((other) => other === run)],
  });
  for (;;) {
    const { value, done } = steps.next();
    if (done) return { runs: value, computed: [...computed].sort() };
  }
}

const functions = experimentOn('rosenbrock', ['gd', 'adam', 'adam', 'sgd'], { steps: 60 });
const data = experimentOn('linear-regression', ['sgd', 'adam', 'lion'], { epochs: 1 });

describe.each([
  ['functions', functions],
  ['data', data],
])('%s', (_, experiment) => {
  const plan = planExperiment(experiment);
  const before = { plan, runs: runToEnd(plan, null).runs };

  test('no run is computed again while nothing changes', () => {
    expect(runToEnd(planExperiment(structuredClone(experiment)), before)).toEqual({ runs: before.runs, computed: [] });
  });

  test.each([...experiment.runs.keys()])(
    'when run %i changes only it is computed, and the result is as if all were',
    (index) => {
      const changed = withRun(experiment, index, { hyper: { lr: 0.0123 } });
      const { runs, computed } = runToEnd(planExperiment(changed), before);
      expect(computed).toEqual([index]);
      expect(runs).toEqual(runToEnd(planExperiment(changed), null).runs);
      expect(runs[index]).not.toEqual(before.runs[index]);
    },
  );

  test('runs are recognized after others are removed and the order has changed', () => {
    const turned = { ...experiment, runs: experiment.runs.toReversed().slice(1) };
    expect(runToEnd(planExperiment(turned), before)).toEqual({ runs: before.runs.toReversed().slice(1), computed: [] });
  });

  test.each<[string, Partial<Experiment>]>([
    ['start', { start: planExperiment(experiment).runs[0]?.start.length === 2 ? [0.5, 0.25] : [0.1, 0.2, 0.3] }],
    ['seed', { seed: 77 }],
    ['length', experiment.problem.kind === 'data' ? { epochs: 2 } : { steps: 61 }],
  ])('another %s has all runs computed again', (_name, change) => {
    const changed = planExperiment({ ...experiment, ...change });
    expect(runToEnd(changed, before).computed).toEqual(experiment.runs.map((_run, i) => i));
  });
});

test('another constant of the problem has all runs computed again', () => {
  const before = { plan: planExperiment(functions), runs: runToEnd(planExperiment(functions), null).runs };
  const { problem } = functions;
  if (problem.kind !== 'function') throw new Error('no function');
  expect(
    runToEnd(
      planExperiment({ ...functions, problem: { ...problem, constants: { ...problem.constants, b: 50 } } }),
      before,
    ).computed,
  ).toEqual([0, 1, 2, 3]);
});

/** Chunks of ten updates, one per slice. */
class TenUpdates extends CostModel {
  override chunk = (): number => 10;
  override expected = (): number => Infinity;
}

test('of a run that is not computed again all rows are sent at once, and no row is sent twice', () => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100));
  const before = { plan: planExperiment(functions), runs: runToEnd(planExperiment(functions), null).runs };
  const changed = planExperiment(withRun(functions, 1, { hyper: { lr: 0.0123 } }));
  const sent: RunRows[][] = [];
  const { runs } = runToEnd(changed, before, (rows) => sent.push(rows), new TenUpdates());
  vi.restoreAllMocks();
  expect(sent.length).toBeGreaterThan(2);
  sent.forEach((rows, k) =>
    rows.forEach(({ first, loss, ...run }, i) => {
      expect(first).toBe(k === 0 ? 0 : sent[k - 1]?.[i]?.rows);
      expect([...loss]).toEqual([...(runs[i]?.loss.slice(first, run.rows) ?? [])]);
      if (i !== 1) expect([run.rows, run.outcome]).toEqual([runs[i]?.rows, runs[i]?.outcome]);
    }),
  );
});
