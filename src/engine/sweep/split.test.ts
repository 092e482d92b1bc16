import { expect, test } from 'vitest';
import { optimizers } from '../../catalogue';
import { axisChoices, defaultRun, defaultsFor, fullBatch, parseAxisTarget } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { operators, type NodeId } from '../../formula';
import { planExperiment } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { runReference } from '../float64/reference';
import { experimentAt } from './axes';
import { handedAt, planAt, settingsAt, sweepPlanOf, type SweepPlan } from './plan';
import type { Along } from './split';
import type { SweepAxis, SweepRequest } from './types';

const grid = { width: 5, height: 4 };

/** A few updates of one optimizer on Rosenbrock, with nothing at a value where it has no effect. */
function experimentFor(optimizer: string, decay: boolean): Experiment {
  const plain = defaultsFor(decay ? 'linear-regression' : 'rosenbrock');
  const run = defaultRun(optimizer, plain.problem);
  const busy = { momentum: 0.5, weightDecay: 0.1, lrDecay: 0.2, dampening: 0.3, t0: 2 };
  const hyper = Object.fromEntries(
    Object.entries(run.hyper).map(([name, value]) => [
      name,
      Object.entries(busy).find(([key]) => key === name)?.[1] ?? value,
    ]),
  );
  if (!decay) return { ...plain, steps: 12, runs: [{ ...run, hyper }] };
  return {
    ...plain,
    epochs: 3,
    runs: [
      {
        ...run,
        hyper,
        schedule: { kind: 'epochDecay', args: { factor: 0.1, after: 1 } },
        batch: { ...fullBatch, size: 100, accumulate: 1 },
      },
    ],
  };
}

const hyperAxes = (experiment: Experiment): SweepAxis[] =>
  axisChoices(experiment, experiment.runs[0] as Experiment['runs'][number]).flatMap(({ of, axis }) =>
    parseAxisTarget(of).kind === 'hyper' ? [axis] : [],
  );

/** Values of schedule nodes at one moment of one run, as the kernel has them in float32. */
class Kernel {
  private readonly values = new Map<NodeId, number>();

  constructor(
    private readonly sweep: SweepPlan,
    private readonly column: number,
    private readonly row: number,
  ) {}

  place(kind: 'fixed' | 'timed', update: number): void {
    const { split } = this.sweep;
    for (const along of ['shared', 'x', 'y', 'pixel'] as const) {
      const numbers = split[kind].filter((number) => number.along === along);
      const handed = handedAt(this.sweep, along, this.hyperOf(along));
      numbers.forEach(({ node }, i) =>
        this.values.set(
          node,
          Math.fround((kind === 'fixed' ? handed.fixed[i] : handed.perUpdate[update * numbers.length + i]) as number),
        ),
      );
    }
    for (const node of kind === 'fixed' ? split.joinFixed : split.joinTimed) this.values.set(node, this.join(node));
  }

  /** A table along an axis knows nothing of where on the other axis the run is. */
  private hyperOf(along: Along): Readonly<Record<string, number>> {
    const column = along === 'x' || along === 'pixel' ? this.column : 0;
    const row = along === 'y' || along === 'pixel' ? this.row : 0;
    return settingsAt(this.sweep, grid, column, row).hyper;
  }

  private join(id: NodeId): number {
    const node = this.sweep.split.step.coefficients.graph.node(id);
    if (node.kind !== 'apply') throw new RangeError(`${id} is not an operation`);
    return Math.fround(operators[node.operator].evaluate(...node.args.map((arg) => this.at(arg))));
  }

  at(id: NodeId): number {
    return this.sweep.split.step.coefficients.graph.valueOf(id) ?? this.values.get(id) ?? Number.NaN;
  }
}

/** Within some units in the last place of float32. */
function expectSame(found: number, expected: number, what: string): void {
  const single = Math.fround(expected);
  const same = Object.is(found, single) || Math.abs(found - single) <= 1e-6 * Math.abs(single);
  expect(same, `${what}: ${found} for ${expected}`).toBe(true);
}

/** Compares every number that the kernel uses at a pixel with the whole schedule of that pixel's run. */
function expectPixel(request: SweepRequest, column: number, row: number): void {
  const sweep = sweepPlanOf(request);
  const kernel = new Kernel(sweep, column, row);
  const [run] = planAt(sweep, grid, column, row).runs as readonly [RunPlan];
  const { fixed, perUpdate } = run.step.coefficients;
  const what = `${run.step.rule.name} ${request.x.of} ${request.y.of} at ${column}, ${row}`;
  kernel.place('fixed', 0);
  run.step.states.forEach(({ initial, name }, s) =>
    expectSame(kernel.at(initial), run.startState[s * run.step.parameterCount] as number, `${what} state ${name}`),
  );
  for (let update = 0; update < run.updates; update += 1) {
    kernel.place('timed', update);
    fixed.forEach(({ from }, i) => expectSame(kernel.at(from), run.fixed[i] as number, `${what} node ${from}`));
    perUpdate.forEach(({ from }, i) =>
      expectSame(
        kernel.at(from),
        run.perUpdate[update * perUpdate.length + i] as number,
        `${what} node ${from} in update ${update}`,
      ),
    );
  }
}

for (const { id } of optimizers) {
  for (const decay of [false, true]) {
    test(`${id}: for every pair of hyperparameters the kernel is handed what a run by itself uses${decay ? ', with a decaying rate' : ''}`, () => {
      const experiment = experimentFor(id, decay);
      const axes = hyperAxes(experiment);
      const other: SweepAxis = { of: 'start.0', from: -1, to: 1, scale: 'linear' };
      for (const x of axes) {
        expectPixel({ experiment, run: 0, x, y: other, ...grid }, 3, 1);
        for (const y of axes) {
          if (x.of !== y.of) expectPixel({ experiment, run: 0, x, y, ...grid }, 1, 2);
        }
      }
    });
  }
}

test('only what both axes move is left to the kernel', () => {
  const joins = (id: string, x: string, y: string): number => {
    const experiment = experimentFor(id, false);
    const axis = (of: string) => hyperAxes(experiment).find((offered) => offered.of === of) as SweepAxis;
    const { split } = sweepPlanOf({ experiment, run: 0, x: axis(x), y: axis(y), ...grid });
    return split.joinFixed.length + split.joinTimed.length;
  };
  expect(joins('adam', 'lr', 'beta1')).toBe(0);
  expect(joins('adam', 'beta1', 'beta2')).toBe(0);
  expect(joins('adamw', 'lr', 'weightDecay')).toBe(2);
  expect(joins('adamax', 'lr', 'beta1')).toBe(1);
});

test('state of the schedule that both axes move is computed for each run', () => {
  const experiment = experimentFor('nadam', false);
  const axis = (of: string) => hyperAxes(experiment).find((offered) => offered.of === of) as SweepAxis;
  const along = (x: string, y: string) =>
    sweepPlanOf({ experiment, run: 0, x: axis(x), y: axis(y), ...grid }).split.timed.some(
      (number) => number.along === 'pixel',
    );
  expect(along('beta1', 'momentumDecay')).toBe(true);
  expect(along('lr', 'momentumDecay')).toBe(false);
});

test('a pixel runs as its experiment does, bit by bit', () => {
  const x: SweepAxis = { of: 'lr', from: 0.01, to: 0.1, scale: 'log' };
  for (const { id } of optimizers) {
    const experiment = experimentFor(id, false);
    for (const of of ['constant.b', 'start.1']) {
      const request = {
        experiment,
        run: 0,
        x,
        y: { of, from: 1, to: 3, scale: 'linear' } as const,
        ...grid,
        steps: 30,
      };
      const alone = planExperiment(experimentAt(request, 3, 2));
      const pixel = planAt(sweepPlanOf(request), grid, 3, 2);
      expect([pixel.constants, pixel.minima, pixel.runs[0]?.start]).toEqual([
        alone.constants,
        alone.minima,
        alone.runs[0]?.start,
      ]);
      const points = (plan: Plan) => runReference(plan).map(({ params, loss }) => ({ params, loss }));
      expect(points(pixel)).toEqual(points(alone));
    }
  }
});

test('a flag that is off costs nothing', () => {
  const states = (amsgrad: boolean): string[] => {
    const experiment = experimentFor('adam', false);
    const runs = experiment.runs.map((run) => ({ ...run, hyper: { ...run.hyper, amsgrad } }));
    const axis = { of: 'start.0', from: 0, to: 1, scale: 'linear' } as const;
    return sweepPlanOf({
      experiment: { ...experiment, runs },
      run: 0,
      x: axis,
      y: { ...axis, of: 'start.1' },
      ...grid,
    }).split.step.states.map(({ name }) => name);
  };
  expect(states(true)).toEqual(['m', 'v', 'vmax']);
  expect(states(false)).toEqual(['m', 'v']);
});

test('a penalty of 0 costs nothing, unless an axis runs over it', () => {
  const experiment = experimentFor('adam', false);
  const runs = experiment.runs.map((run) => ({ ...run, hyper: { ...run.hyper, weightDecay: 0 } }));
  const requestOver = (of: string): SweepRequest => ({
    experiment: { ...experiment, runs },
    run: 0,
    x: { of: 'lr', from: 0.01, to: 0.1, scale: 'log' },
    y: { of, from: 0, to: 0.5, scale: 'linear' },
    ...grid,
  });
  const read = (of: string) => {
    const {
      run,
      split: { fixed },
    } = sweepPlanOf(requestOver(of));
    const { coefficients } = run.step;
    return [...fixed.map(({ node }) => node), ...coefficients.fixed.map(({ from }) => from)].includes(
      coefficients.hyper.get('weightDecay') as NodeId,
    );
  };
  expect(read('beta1')).toBe(false);
  expect(read('weightDecay')).toBe(true);
  for (const of of ['beta1', 'weightDecay']) {
    for (const row of [0, 2]) {
      const points = (plan: Plan) => runReference(plan).map(({ params, loss }) => ({ params, loss }));
      expect(points(planAt(sweepPlanOf(requestOver(of)), grid, 3, row))).toEqual(
        points(planExperiment(experimentAt(requestOver(of), 3, row))),
      );
    }
  }
});
