import { expect, test } from 'vitest';
import { optimizers } from '../../catalogue';
import { axisChoices, defaultRun, defaultsFor, fullBatch, toAxisJson, type AxisJson } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { operators, updateInputs, type NodeId } from '../../formula';
import { planExperiment } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { runReference } from '../float64/reference';
import { experimentAt } from './axes';
import { coefficientsAt, planAt, pixelValuesAt, planSweep, type SweepPlan } from './plan';
import type { VariesAlong } from './coefficients';
import type { SweepRequest } from './types';

const grid = { width: 5, height: 4 };

/** A few updates of an optimizer, with every hyperparameter at a value that has an effect. */
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

const hyperAxes = (experiment: Experiment): AxisJson[] =>
  axisChoices(experiment, experiment.runs[0] as Experiment['runs'][number]).flatMap(({ target, axis }) =>
    target.kind === 'hyper' ? [toAxisJson(axis)] : [],
  );

/** Values of coefficient nodes at one update of one run, as the kernel has them in float32. */
class Kernel {
  private readonly values = new Map<NodeId, number>();

  constructor(
    private readonly sweep: SweepPlan,
    private readonly column: number,
    private readonly row: number,
  ) {}

  load(kind: 'fixed' | 'perUpdate', update: number): void {
    const { coefficients } = this.sweep;
    for (const along of ['shared', 'x', 'y', 'pixel'] as const) {
      const numbers = coefficients[kind].filter((number) => number.along === along);
      const values = coefficientsAt(this.sweep, along, this.hyperOf(along));
      numbers.forEach(({ node }, i) =>
        this.values.set(
          node,
          Math.fround((kind === 'fixed' ? values.fixed[i] : values.perUpdate[update * numbers.length + i]) as number),
        ),
      );
    }
    for (const node of kind === 'fixed' ? coefficients.joinFixed : coefficients.joinPerUpdate)
      this.values.set(node, this.join(node));
  }

  /** A table along one axis must not depend on the other, so that one is at its first pixel here. */
  private hyperOf(along: VariesAlong): Readonly<Record<string, number>> {
    const column = along === 'x' || along === 'pixel' ? this.column : 0;
    const row = along === 'y' || along === 'pixel' ? this.row : 0;
    return pixelValuesAt(this.sweep, grid, column, row).hyper;
  }

  private join(id: NodeId): number {
    const node = this.sweep.coefficients.step.coefficients.graph.node(id);
    if (node.kind !== 'apply') throw new RangeError(`${id} is not an operation`);
    return Math.fround(operators[node.operator].evaluate(...node.args.map((arg) => this.at(arg))));
  }

  at(id: NodeId): number {
    return this.sweep.coefficients.step.coefficients.graph.valueOf(id) ?? this.values.get(id) ?? Number.NaN;
  }
}

/** Expects equality up to a few units in the last place of float32. */
function expectSame(found: number, expected: number, what: string): void {
  const single = Math.fround(expected);
  const same = Object.is(found, single) || Math.abs(found - single) <= 1e-6 * Math.abs(single);
  expect(same, `${what}: ${found} for ${expected}`).toBe(true);
}

/** Compares every coefficient that the kernel uses at a pixel with those of the pixel's own plan. */
function expectPixel(request: SweepRequest, column: number, row: number): void {
  const sweep = planSweep(request);
  const kernel = new Kernel(sweep, column, row);
  const [run] = planAt(sweep, grid, column, row).runs as readonly [RunPlan];
  const { fixed, perUpdate } = run.step.coefficients;
  const what = `${run.step.rule.name} ${request.x.of} ${request.y.of} at ${column}, ${row}`;
  kernel.load('fixed', 0);
  run.step.states.forEach(({ initial, name }, s) =>
    expectSame(kernel.at(initial), run.startState[s * run.step.parameterCount] as number, `${what} state ${name}`),
  );
  // The coefficients, then the noise if the rule reads it.
  const numbersPerUpdate = updateInputs(run.step).length;
  for (let update = 0; update < run.updates; update += 1) {
    kernel.load('perUpdate', update);
    fixed.forEach(({ from }, i) => expectSame(kernel.at(from), run.fixed[i] as number, `${what} node ${from}`));
    perUpdate.forEach(({ from }, i) =>
      expectSame(
        kernel.at(from),
        run.perUpdate[update * numbersPerUpdate + i] as number,
        `${what} node ${from} in update ${update}`,
      ),
    );
  }
}

for (const { id } of optimizers) {
  for (const decay of [false, true]) {
    test(`${id}: for every pair of hyperparameters the kernel uses the coefficients of the single run${decay ? ', with a decaying rate' : ''}`, () => {
      const experiment = experimentFor(id, decay);
      const axes = hyperAxes(experiment);
      const other: AxisJson = { of: 'start.0', from: -1, to: 1, scale: 'linear' };
      for (const x of axes) {
        expectPixel({ experiment, run: 0, x, y: other, ...grid }, 3, 1);
        for (const y of axes) {
          if (x.of !== y.of) expectPixel({ experiment, run: 0, x, y, ...grid }, 1, 2);
        }
      }
    });
  }
}

test('the kernel joins only coefficients that vary along both axes', () => {
  const joins = (id: string, x: string, y: string): number => {
    const experiment = experimentFor(id, false);
    const axis = (of: string) => hyperAxes(experiment).find((offered) => offered.of === of) as AxisJson;
    const { coefficients } = planSweep({ experiment, run: 0, x: axis(x), y: axis(y), ...grid });
    return coefficients.joinFixed.length + coefficients.joinPerUpdate.length;
  };
  expect(joins('adam', 'lr', 'beta1')).toBe(0);
  expect(joins('adam', 'beta1', 'beta2')).toBe(0);
  expect(joins('adamw', 'lr', 'weightDecay')).toBe(2);
  expect(joins('adamax', 'lr', 'beta1')).toBe(1);
});

test('coefficients with state that varies along both axes are computed for each run', () => {
  const experiment = experimentFor('nadam', false);
  const axis = (of: string) => hyperAxes(experiment).find((offered) => offered.of === of) as AxisJson;
  const along = (x: string, y: string) =>
    planSweep({ experiment, run: 0, x: axis(x), y: axis(y), ...grid }).coefficients.perUpdate.some(
      (number) => number.along === 'pixel',
    );
  expect(along('beta1', 'momentumDecay')).toBe(true);
  expect(along('lr', 'momentumDecay')).toBe(false);
});

test('a pixel has the same trace as its experiment, bit by bit', () => {
  const x: AxisJson = { of: 'lr', from: 0.01, to: 0.1, scale: 'log' };
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
      const pixel = planAt(planSweep(request), grid, 3, 2);
      const numbers = (plan: Plan) => [plan.kind === 'function' && plan.constants, plan.minima, plan.runs[0]?.start];
      expect(numbers(pixel)).toEqual(numbers(alone));
      const points = (plan: Plan) => runReference(plan).map(({ params, loss }) => ({ params, loss }));
      expect(points(pixel)).toEqual(points(alone));
    }
  }
});

test('a flag that is off adds no state', () => {
  const states = (amsgrad: boolean): string[] => {
    const experiment = experimentFor('adam', false);
    const runs = experiment.runs.map((run) => ({ ...run, hyper: { ...run.hyper, amsgrad } }));
    const axis = { of: 'start.0', from: 0, to: 1, scale: 'linear' } as const;
    return planSweep({
      experiment: { ...experiment, runs },
      run: 0,
      x: axis,
      y: { ...axis, of: 'start.1' },
      ...grid,
    }).coefficients.step.states.map(({ name }) => name);
  };
  expect(states(true)).toEqual(['m', 'v', 'vmax']);
  expect(states(false)).toEqual(['m', 'v']);
});

test('a penalty of 0 is left out, unless an axis varies it', () => {
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
      coefficients: { fixed },
    } = planSweep(requestOver(of));
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
      expect(points(planAt(planSweep(requestOver(of)), grid, 3, row))).toEqual(
        points(planExperiment(experimentAt(requestOver(of), 3, row))),
      );
    }
  }
});
