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

/* A run that is not touched while another changes is not run again. */

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

/** Which runs of a plan a device was made to draw. */
function watched(drawn: Set<number>): Device {
  const note = (work: Work) => 'group' in work && work.group.members.forEach((member) => drawn.add(member));
  return { ...cpu, run: (work, tables) => (note(work), cpu.run(work, tables)) };
}

function finish(
  plan: Plan,
  before: { readonly plan: Plan; readonly runs: readonly RunTrace[] } | null,
  seen: (runs: RunRows[]) => void = () => undefined,
  cost = new CostModel(),
): { readonly runs: RunTrace[]; readonly drawn: number[] } {
  const drawn = new Set<number>();
  const steps = runOnDevice(plan, watched(drawn), cost, {
    seen,
    before: (run) => before?.runs[before.plan.runs.indexOf(run)],
  });
  for (;;) {
    const { value, done } = steps.next();
    if (done) return { runs: value, drawn: [...drawn].sort() };
  }
}

const functions = experimentOn('rosenbrock', ['gd', 'adam', 'adam', 'sgd'], { steps: 60 });
const data = experimentOn('linear-regression', ['sgd', 'adam', 'lion'], { epochs: 1 });

describe.each([
  ['functions', functions],
  ['data', data],
])('%s', (_, experiment) => {
  const plan = planExperiment(experiment);
  const before = { plan, runs: finish(plan, null).runs };

  test('all runs stay while nothing changes', () => {
    expect(finish(planExperiment(structuredClone(experiment)), before)).toEqual({ runs: before.runs, drawn: [] });
  });

  test.each([...experiment.runs.keys()])(
    'run %i alone is run when it changes, and the whole is as if all had been',
    (index) => {
      const changed = withRun(experiment, index, { hyper: { lr: 0.0123 } });
      const { runs, drawn } = finish(planExperiment(changed), before);
      expect(drawn).toEqual([index]);
      expect(runs).toEqual(finish(planExperiment(changed), null).runs);
      expect(runs[index]).not.toEqual(before.runs[index]);
    },
  );

  test('runs that are removed or come in another order are found again', () => {
    const turned = { ...experiment, runs: experiment.runs.toReversed().slice(1) };
    expect(finish(planExperiment(turned), before)).toEqual({ runs: before.runs.toReversed().slice(1), drawn: [] });
  });

  test.each<[string, Partial<Experiment>]>([
    ['start', { start: planExperiment(experiment).runs[0]?.start.length === 2 ? [0.5, 0.25] : [0.1, 0.2, 0.3] }],
    ['seed', { seed: 77 }],
    ['length', experiment.problem.kind === 'data' ? { epochs: 2 } : { steps: 61 }],
  ])('another %s runs all anew', (_name, change) => {
    const changed = planExperiment({ ...experiment, ...change });
    expect(finish(changed, before).drawn).toEqual(experiment.runs.map((_run, i) => i));
  });
});

test('another constant of the problem runs all anew', () => {
  const before = { plan: planExperiment(functions), runs: finish(planExperiment(functions), null).runs };
  const { problem } = functions;
  if (problem.kind !== 'function') throw new Error('no function');
  expect(
    finish(
      planExperiment({ ...functions, problem: { ...problem, constants: { ...problem.constants, b: 50 } } }),
      before,
    ).drawn,
  ).toEqual([0, 1, 2, 3]);
});

/** Ten updates a slice. */
class Slowly extends CostModel {
  override chunk = (): number => 10;
  override expected = (): number => Infinity;
}

test('of a run that stays all rows are told at once, and no row twice', () => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100));
  const before = { plan: planExperiment(functions), runs: finish(planExperiment(functions), null).runs };
  const changed = planExperiment(withRun(functions, 1, { hyper: { lr: 0.0123 } }));
  const told: RunRows[][] = [];
  const { runs } = finish(changed, before, (rows) => told.push(rows), new Slowly());
  vi.restoreAllMocks();
  expect(told.length).toBeGreaterThan(2);
  told.forEach((rows, k) =>
    rows.forEach(({ first, loss, ...run }, i) => {
      expect(first).toBe(k === 0 ? 0 : told[k - 1]?.[i]?.rows);
      expect([...loss]).toEqual([...(runs[i]?.loss.slice(first, run.rows) ?? [])]);
      if (i !== 1) expect([run.rows, run.outcome]).toEqual([runs[i]?.rows, runs[i]?.outcome]);
    }),
  );
});
