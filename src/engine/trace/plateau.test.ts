import { describe, expect, test } from 'vitest';
import { readExperiment } from '../../experiment';
import { runToEnd } from '../common/slice';
import { runReference } from '../float64/reference';
import { CostModel } from '../gpu/cost';
import { openCpu } from '../gpu/device';
import { registerKernels } from '../gpu/kernels';
import { withFoundRates } from '../gpu/planInRounds';
import { runOnDevice } from '../gpu/trajectory';
import { checkSweep } from '../sweep/axes';
import golden from '../testing/plateau.json';
import { planExperiment } from '../plan/plan';

type Case = (typeof golden.cases)[number];

const NAMES: Readonly<Record<string, string>> = {
  threshold_mode: 'thresholdMode',
  min_lr: 'minLr',
  eps: 'leastChange',
};

const problems = {
  square: { problem: { id: 'square' }, start: [10] },
  rosenbrock: { problem: { id: 'rosenbrock' }, start: [-1.5, 2] },
  regression: { problem: { id: 'linear-regression', data: { x: golden.x, y: golden.y } }, start: [0, 0] },
} as const;
const isProblem = (name: string): name is keyof typeof problems => Object.hasOwn(problems, name);

/** The experiment of a case, in our own words. */
function experimentOf({ problem, optimizer, hyper, args, updates }: Case) {
  if (!isProblem(problem)) throw new RangeError(`no problem ${problem}`);
  const schedule = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [NAMES[name] ?? name, value === 'abs' ? 1 : value]),
  );
  const isData = problem === 'regression';
  return readExperiment({
    version: 1,
    ...problems[problem],
    ...(isData ? { epochs: updates } : { steps: updates }),
    runs: [{ optimizer, hyper, schedule: { kind: 'plateau', ...schedule } }],
  });
}

const near = (actual: ArrayLike<number>, expected: readonly number[], within: number): void => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) =>
    expect(Math.abs((actual[i] ?? NaN) - value), `${i}`).toBeLessThanOrEqual(within * Math.abs(value) + 1e-15),
  );
};

const titleOf = ({ problem, optimizer, args }: Case) => `${problem}, ${optimizer}, ${JSON.stringify(args)}`;

describe.each(golden.cases.map((one) => [titleOf(one), one] as const))('torch: %s', (_, one) => {
  test('every rate, in float64', () => {
    const [run] = runReference(planExperiment(experimentOf(one)), 'float64');
    near(run?.lr ?? [], one.lr, 1e-12);
    // Where a run bounces for long, rounding grows; the rates are the same all the same.
    near(run?.params.subarray(0, 10) ?? [], one.params.flat().slice(0, 10), 1e-9);
  });
});

registerKernels();
const cpu = openCpu();

describe('on a device', () => {
  const computedOn = (experiment: ReturnType<typeof experimentOf>) => {
    const cost = new CostModel();
    const plan = runToEnd(withFoundRates(planExperiment(experiment), cpu, cost));
    return { plan, runs: runToEnd(runOnDevice(plan, cpu, cost)) };
  };

  test.each(golden.cases.map((one) => [titleOf(one), one] as const))(
    '%s: its rates follow from its losses',
    (_, one) => {
      const { plan, runs } = computedOn(experimentOf(one));
      const lr = runs[0]?.lr ?? new Float64Array();
      expect(lr).toEqual(plan.runs[0]?.rates);
      const { params = new Float64Array(), loss = new Float64Array() } = runs[0] ?? {};
      expect(plan.runs[0]?.ratesFrom?.(loss)).toEqual(lr);
      if (one.problem !== 'square' || one.optimizer !== 'sgd') return;
      // Every update used the rate that is recorded for it, and as long as rounding has not decided, torch's.
      lr.forEach((rate, k) => {
        const x = params[k] ?? NaN;
        expect(Math.abs((params[k + 1] ?? NaN) - x * (1 - 2 * rate))).toBeLessThanOrEqual(1e-6 * Math.abs(x));
      });
      near(lr, one.lr, 1e-12);
    },
  );

  test('a run beside it, and the plan of an experiment without it, stay as they are', () => {
    const [one] = golden.cases;
    if (!one) throw new Error('no case');
    const experiment = experimentOf(one);
    const beside = { ...experiment, runs: [...experiment.runs, { optimizer: 'gd', hyper: { lr: 0.1 } }] };
    const before = planExperiment(beside);
    const { plan } = computedOn(beside);
    expect(plan.runs[1]).toBe(before.runs[1]);
    expect(plan.runs[0]).not.toBe(before.runs[0]);
    const constant = planExperiment({ ...beside, runs: beside.runs.slice(1) });
    expect(runToEnd(withFoundRates(constant, cpu, new CostModel()))).toBe(constant);
  });
});

test('after a warm-up it begins with the full rate and with the losses from there', () => {
  const json = (schedule: object) =>
    readExperiment({
      version: 1,
      problem: { id: 'square' },
      start: [10],
      steps: 30,
      runs: [
        { optimizer: 'gd', hyper: { lr: 1 }, schedule: { kind: 'plateau', patience: 2, factor: 0.5, ...schedule } },
      ],
    });
  const [plain] = runReference(planExperiment(json({})));
  const [warmed] = runReference(planExperiment(json({ warmup: { startFactor: 1, steps: 5 } })));
  // At a rate of 1 the loss stays at 100: the first is the lowest, the fourth after it is one too many.
  expect([...(plain?.lr ?? [])].slice(0, 6)).toEqual([1, 1, 1, 1, 0.5, 0.5]);
  expect([...(warmed?.lr ?? [])].slice(0, 11)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.5]);
});

test('a sweep of such a run is refused by name', () => {
  const [one] = golden.cases;
  if (!one) throw new Error('no case');
  const axis = (of: string) => ({ of, from: 0.1, to: 1, scale: 'log' as const });
  const request = { experiment: experimentOf(one), run: 0, x: axis('lr'), y: axis('start.0'), width: 8, height: 8 };
  expect(() => checkSweep(request)).toThrow(/runs\.0\.schedule\.kind: "plateau"/);
});
