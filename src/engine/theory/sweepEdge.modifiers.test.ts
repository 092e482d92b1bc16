import { describe, expect, test } from 'vitest';
import { axisText, changeModifiers, isHyperTarget, parseAxisTarget, withAxisValue } from '../../experiment';
import type { Experiment, Modifiers, Run, SweepAxis } from '../../experiment/core/types';
import { planProblem, planExperiment } from '../plan/plan';
import { runReference } from '../float64/reference';
import { choiceOf, custom, descent, runOf, runInFloat64 } from '../testing/experiments';
import { analyse } from './analyse';
import { edgeOverSweep, type EdgePoint } from './sweepEdge';

/* The stability edge over sweeps of modified runs, against runs: at points of the curve, the rate is looked for by bisection. */

const STEPS = 3000;
const log = (of: string, from: number, to: number): SweepAxis => ({
  target: parseAxisTarget(of),
  from,
  to,
  scale: 'log',
});
const linear = (of: string, from: number, to: number): SweepAxis => ({ ...log(of, from, to), scale: 'linear' });
const lr = log('lr', 1e-3, 10);

function curve(experiment: Experiment, x: SweepAxis, y: SweepAxis): EdgePoint[] {
  const plan = planExperiment(experiment);
  const [trace] = runReference(plan);
  if (!trace) throw new RangeError('no run');
  return edgeOverSweep(experiment, 0, x, y, analyse(plan, 0, trace).edge);
}

/** Whether steps become a hundredth of the first ones; those of a swing that remains do not. */
function settles(experiment: Experiment): boolean {
  const { params, rows } = runInFloat64({ ...experiment, steps: STEPS });
  const n = params.length / rows;
  const moved = (from: number, to: number) =>
    Math.max(
      ...Array.from(params.subarray(from * n, to * n), (value, i) =>
        Math.abs(value - (params[(from - 1) * n + i] ?? Number.NaN)),
      ),
    );
  return rows > STEPS && moved(rows - 200, rows) < moved(1, 20) / 100;
}

/** The rate from which on the run does not settle: no theory of any kind. */
function rateFound(experiment: Experiment): number {
  const at = (rate: number) => withAxisValue(experiment, 0, lr.target, rate, []);
  let [low, high] = [0, 0.01];
  while (settles(at(high))) [low, high] = [high, 2 * high];
  for (let i = 0; i < 12; i += 1) {
    const middle = (low + high) / 2;
    [low, high] = settles(at(middle)) ? [middle, high] : [low, middle];
  }
  return (low + high) / 2;
}

const made = (problem: Experiment['problem'], start: readonly number[], run: Run, modifiers: Modifiers): Experiment =>
  changeModifiers(descent(problem, start, 300, run), 0, modifiers);

const booth = (run: Run, modifiers: Modifiers) => made(choiceOf('booth'), [-6, 4], run, modifiers);
const bowl = (run: Run, modifiers: Modifiers) => made(choiceOf('quadratic'), [-4, 2], run, modifiers);
/** Next to the minimum along y = 0.9 under a penalty of 0.5. */
const rosenbrock = (run: Run, modifiers: Modifiers) => made(choiceOf('rosenbrock'), [0.9482, 0.9], run, modifiers);
const heavyBall = (rate: number) => runOf('sgd', { lr: rate, momentum: 0.6 });

const sweeps: readonly (readonly [string, Experiment, SweepAxis, SweepAxis])[] = [
  ['rate by penalty', booth(heavyBall(0.01), { l2: 0.5 }), lr, linear('l2', 0, 5)],
  ['rate by a penalty that is 0 so far', booth(heavyBall(0.01), { l2: 0 }), lr, linear('l2', 0, 5)],
  ['rate by momentum under a penalty', booth(heavyBall(0.01), { l2: 3 }), linear('momentum', 0, 0.9), lr],
  ['rate by decay', booth(heavyBall(0.01), { decay: 0.5 }), lr, linear('decay', 0, 5)],
  [
    'penalty by momentum at one rate',
    booth(heavyBall(0.16), { l2: 1 }),
    linear('l2', 0, 10),
    linear('momentum', 0, 0.9),
  ],
  [
    'penalty by decay at one rate',
    booth(runOf('gd', { lr: 0.1 }), { l2: 1, decay: 1 }),
    linear('l2', 0, 10),
    linear('decay', 0, 10),
  ],
  [
    'decay of Nesterov’s method by momentum',
    booth(runOf('nesterov', { lr: 0.08, momentum: 0.5 }), { decay: 0.5 }),
    linear('decay', 0, 10),
    linear('momentum', 0, 0.9),
  ],
  [
    'rate by momentum with a frozen parameter',
    booth(heavyBall(0.01), { frozen: ['y'] }),
    lr,
    linear('momentum', 0, 0.9),
  ],
  [
    'rate by the start of a frozen parameter of a quadratic',
    booth(heavyBall(0.01), { frozen: ['y'] }),
    lr,
    linear('start.1', -4, 4),
  ],
  ['rate by penalty with a frozen parameter', booth(heavyBall(0.01), { frozen: ['y'], l2: 1 }), lr, linear('l2', 0, 5)],
  ['rate by condition number under decay', bowl(heavyBall(0.01), { decay: 2 }), lr, log('constant.kappa', 1, 200)],
  ['rate by condition number under a penalty', bowl(heavyBall(0.01), { l2: 3 }), lr, log('constant.kappa', 1, 200)],
  [
    'penalty by condition number, from none',
    bowl(heavyBall(0.1), { l2: 0 }),
    linear('l2', 0, 10),
    log('constant.kappa', 10, 50),
  ],
  [
    'rate by condition number, steep side frozen',
    bowl(heavyBall(0.01), { frozen: ['y'] }),
    lr,
    log('constant.kappa', 1, 200),
  ],
  [
    'rate by momentum, where penalty and frozen parameter make another minimum',
    rosenbrock(heavyBall(1e-4), { l2: 0.5, frozen: ['y'] }),
    log('lr', 1e-5, 1),
    linear('momentum', 0, 0.9),
  ],
  ['rate by weight decay of the rule’s own', booth(heavyBall(0.01), { l2: 0.5 }), lr, linear('weightDecay', 0, 1)],
];

test.each(sweeps)('%s', (_, experiment, x, y) => {
  const known = curve(experiment, x, y).filter((point) => !point.some(Number.isNaN));
  expect(known.length).toBeGreaterThan(10);
  const [run] = experiment.runs;
  const { start } = planProblem(experiment);
  for (const part of [0.1, 0.5, 0.9]) {
    const [vx = Number.NaN, vy = Number.NaN] = known[Math.floor(part * known.length)] ?? [];
    const there = withAxisValue(withAxisValue(experiment, 0, x.target, vx, [...start]), 0, y.target, vy, [...start]);
    const rate = isHyperTarget(x.target, 'lr') ? vx : isHyperTarget(y.target, 'lr') ? vy : Number(run?.hyper.lr);
    expect(Math.abs(rateFound(there) / rate - 1), `at ${vx}, ${vy}`).toBeLessThan(2e-3);
  }
});

describe('there is no curve if the runs may have different minima', () => {
  const sight = custom('x^4 - 2*x^2 + 0.3*x + y^2', 'x', 'y');

  test.each<readonly [string, Experiment, SweepAxis]>([
    ['a penalty, which moves the minimum', rosenbrock(heavyBall(1e-4), { l2: 0.5 }), linear('l2', 0, 5)],
    ['a penalty of 0 so far', rosenbrock(heavyBall(1e-4), { l2: 0 }), linear('l2', 0, 5)],
    ['decay', rosenbrock(heavyBall(1e-4), { decay: 0 }), linear('decay', 0, 5)],
    ['a weight decay of the rule’s own', rosenbrock(heavyBall(1e-4), {}), linear('weightDecay', 0, 1)],
    [
      'a penalty that is turned around, past which there is no minimum',
      booth(runOf('sgd', { lr: 0.01, maximize: true }), { maximize: true, l2: 0 }),
      linear('l2', 0, 5),
    ],
    [
      'a constant that moves the penalized minimum',
      rosenbrock(heavyBall(1e-4), { l2: 0.5 }),
      linear('constant.a', 0.5, 2),
    ],
    ['the start of a frozen parameter', rosenbrock(heavyBall(1e-4), { frozen: ['y'] }), linear('start.1', -1, 3)],
    [
      'the start, of several minima',
      made(choiceOf('himmelblau'), [-3, 3], heavyBall(1e-3), {}),
      linear('start.0', -4, 4),
    ],
    [
      'the start, of a minimum that was found from it',
      made(sight, [1.5, 1], heavyBall(1e-3), {}),
      linear('start.0', -2, 2),
    ],
  ])('%s', (_, experiment, axis) => {
    const of = axisText(axis.target);
    expect(
      curve(experiment, lr, linear('momentum', 0, 0.9)).length,
      'over rate and momentum there is one',
    ).toBeGreaterThan(0);
    expect(curve(experiment, lr, axis), of).toHaveLength(0);
    expect(curve(experiment, axis, lr), of).toHaveLength(0);
  });
});
