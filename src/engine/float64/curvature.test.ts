import { describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { missingDerivative } from '../theory/breakdown';
import { planExperiment } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { runReference } from './reference';
import { Stepper, trainingEvaluator } from './stepper';

/*
 * Second derivatives of a rule against central differences of the gradient that the same update descends.
 */

const rule = `curved(lr = 0.01)
g = grad(theta)
u = hvp(theta, noise)
w = hvp(theta + 0.1*g, g)
d = diag_hessian(theta)
theta = theta - lr*g + 0*(u + w + d)`;

const network = { id: 'network-fit', data: { samples: 30, hidden: 3 } };
const batch = { size: 8, accumulate: 2 };
const cases: Readonly<Record<string, object>> = {
  "Rosenbrock's valley": { problem: { id: 'rosenbrock' }, steps: 4, runs: [{ rule, hyper: { lr: 1e-4 } }] },
  'Ackley, with its cosines': { problem: { id: 'ackley' }, steps: 4, runs: [{ rule }] },
  'a loss that changes with t': { problem: { id: 'reddi' }, steps: 4, runs: [{ rule }] },
  'a typed loss with constants': {
    problem: { loss: 'c*sin(x*y) + exp(x - y)', parameters: ['x', 'y'], constants: { c: 3 } },
    start: [0.4, -0.3],
    steps: 4,
    runs: [{ rule }],
  },
  'a network on all samples': { problem: network, epochs: 4, runs: [{ rule }] },
  'a network on micro-batches that are averaged': { problem: network, epochs: 2, runs: [{ rule, batch }] },
  'a network on micro-batches that are added': {
    problem: network,
    epochs: 2,
    runs: [{ rule, batch: { ...batch, reduce: 'sum', tail: 'exact' } }],
  },
  'a network with units left out': {
    problem: network,
    epochs: 2,
    runs: [{ rule, batch, modifiers: { dropout: 0.4 } }],
  },
  'logistic regression': { problem: { id: 'logistic-regression' }, epochs: 2, runs: [{ rule, batch: { size: 10 } }] },
};

const planOf = (experiment: object): { plan: Plan; run: RunPlan } => {
  const plan = planExperiment(readExperiment({ version: 1, ...experiment }));
  const [run] = plan.runs;
  if (!run) throw new RangeError('no run');
  return { plan, run };
};

/** The change of the gradient of an update along a direction, by differences of fourth order. */
function changeAlong(
  plan: Plan,
  run: RunPlan,
  update: number,
  point: readonly number[],
  v: readonly number[],
): number[] {
  const evaluator = trainingEvaluator(plan, run, 'float64');
  const h = 1e-3 / Math.max(1e-3, Math.hypot(...v));
  const at = (by: number) =>
    Array.from(
      evaluator.gradient(
        point.map((x, i) => x + by * h * (v[i] ?? Number.NaN)),
        run,
        update,
      ),
    );
  const [one, minusOne, two, minusTwo] = [at(1), at(-1), at(2), at(-2)];
  return one.map(
    (x, i) =>
      (8 * (x - (minusOne[i] ?? Number.NaN)) - ((two[i] ?? Number.NaN) - (minusTwo[i] ?? Number.NaN))) / (12 * h),
  );
}

const expectNear = (ours: readonly number[], theirs: readonly number[], part: number): void => {
  const size = Math.max(1, ...theirs.map(Math.abs));
  theirs.forEach((value, i) => expect(Math.abs((ours[i] ?? Number.NaN) - value) / size).toBeLessThan(part));
};

describe.each(Object.entries(cases))('on %s', (_, experiment) => {
  const { plan, run } = planOf(experiment);
  const valuesIn = (precision: 'float64' | 'float32') => {
    const stepper = new Stepper(plan, run, precision, true);
    return Array.from({ length: Math.min(4, run.updates) }, (__, update) => {
      const point = Array.from(stepper.theta);
      stepper.advance(update);
      const named = (name: string) => {
        const value = run.step.lines.find((line) => line.name === name)?.value;
        return value?.kind === 'vector' ? stepper.valuesOf(value.nodes) : [];
      };
      return { update, point, g: named('g'), u: named('u'), w: named('w'), d: named('d') };
    });
  };
  const noiseAt = (update: number, n: number): number[] => {
    const stepper = new Stepper(plan, run, 'float64', true);
    stepper.advance(update);
    return stepper.valuesOf(run.step.parameterInputs.find(({ name }) => name === 'noise')?.nodes ?? []).slice(0, n);
  };

  test('products and diagonals are the differences of the gradient', () => {
    for (const { update, point, g, u, w, d } of valuesIn('float64')) {
      const noise = noiseAt(update, point.length);
      expect(new Set(noise).size).toBe(point.length);
      expectNear(u, changeAlong(plan, run, update, point, noise), 1e-7);
      const ahead = point.map((x, i) => x + 0.1 * (g[i] ?? Number.NaN));
      expectNear(w, changeAlong(plan, run, update, ahead, g), 1e-7);
      const axes = point.map((__, i) => point.map((___, j) => Number(i === j)));
      const diagonal = axes.map((axis, i) => changeAlong(plan, run, update, point, axis)[i] ?? Number.NaN);
      expectNear(d, diagonal, 1e-7);
    }
  });

  test('they are the same in float32, to its accuracy', () => {
    const [single, double] = [valuesIn('float32'), valuesIn('float64')];
    single.slice(0, 1).forEach(({ u, d }, k) => {
      expectNear(u, double[k]?.u ?? [], 1e-4);
      expectNear(d, double[k]?.d ?? [], 1e-4);
    });
  });
});

describe('where a second derivative does not exist', () => {
  const at = (lossText: string, text: string) =>
    planOf({
      problem: { loss: lossText, parameters: ['x'] },
      start: [0],
      steps: 5,
      runs: [{ rule: `r(lr = 0.1)\ntheta = theta - lr*(1 + grad(theta) + ${text})` }],
    });

  test.each(['hvp(theta, 1)', 'diag_hessian(theta)'])('a run that reads %s stays, and says why', (text) => {
    // The slope of |x|^1.5 at 0 is 0; the formula of its own slope divides sign(x) = 0 by sqrt(|x|) = 0.
    const { plan, run } = at('abs(x)^1.5', text);
    const [trace] = runReference(plan);
    expect(Array.from(trace?.params ?? [])).toEqual([0, 0, 0, 0, 0, 0]);
    const missing = trace && missingDerivative(plan, run, trace, 5);
    expect(missing).toMatchObject({ computing: 'curvature', point: [0], origin: { operator: 'div', args: [0, 0] } });
  });

  test('a run that reads the gradient alone goes on', () => {
    const { plan } = at('abs(x)^1.5', '0');
    expect(Array.from(runReference(plan)[0]?.params ?? []).at(1)).toBeCloseTo(-0.1, 12);
  });
});
