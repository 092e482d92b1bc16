import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import katex from 'katex';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import { runReference } from '../engine/float64/reference';
import { ratesFromLosses, ratesOf } from '../engine/plan/rates';
import golden from './golden/schedules.json';
import { findSchedule, schedules, warmupArguments } from '.';
import { rateTex } from './schedules/rateTex';
import type { RateSchedule, ScheduleChoice, ScheduleValues, Warmup } from '.';

/** A schedule with these arguments and the others at their defaults. */
function schedule(kind: string, args: ScheduleValues = {}, warmup?: Warmup): ScheduleChoice {
  const found = findSchedule(kind);
  if (!found) throw new RangeError(`no schedule ${kind}`);
  const unknown = Object.keys(args).filter((name) => !Object.hasOwn(found.args, name));
  if (unknown.length > 0) throw new RangeError(`${kind} has no ${unknown.join()}`);
  const defaults = Object.fromEntries(Object.entries(found.args).map(([name, arg]) => [name, arg.default]));
  return { kind, args: { ...defaults, ...args }, ...(warmup && { warmup }) };
}

const scheduleFiles = readdirSync(new URL('./schedules', import.meta.url)).map((name) => name.replace(/\.ts$/, ''));
const helpers = ['arguments', 'index', 'rate', 'rateTex', 'types'];

test('every file is registered under its own name, and nothing else is found', () => {
  expect(schedules.map(({ kind }) => kind).sort()).toEqual(
    scheduleFiles.filter((name) => !helpers.includes(name)).sort(),
  );
  for (const entry of schedules) expect(findSchedule(entry.kind)).toBe(entry);
  for (const kind of ['__proto__', 'constructor', '', 'Cosine']) expect(findSchedule(kind)).toBeUndefined();
});

describe('torch', () => {
  const args = v.record(v.string(), v.union([v.number(), v.array(v.number())]));
  const warmed = v.object({
    warmup: v.object({ start_factor: v.number(), total_iters: v.number() }),
    cosine: v.object({ T_max: v.number() }),
  });
  const { cases } = v.parse(
    v.object({
      cases: v.array(
        v.object({
          scheduler: v.string(),
          args: v.union([args, warmed]),
          base_lr: v.number(),
          steps: v.number(),
          lr: v.array(v.number()),
        }),
      ),
    }),
    golden,
  );

  /** Kinds by their classes, and the names that camel case does not give. */
  const KINDS: ReadonlyMap<string, string> = new Map([
    ['StepLR', 'step'],
    ['MultiStepLR', 'multiStep'],
    ['ExponentialLR', 'exponential'],
    ['CosineAnnealingLR', 'cosine'],
    ['CosineAnnealingWarmRestarts', 'cosineWarmRestarts'],
    ['LinearLR', 'linear'],
    ['PolynomialLR', 'polynomial'],
    ['OneCycleLR', 'oneCycle'],
  ]);
  const camel = (name: string) =>
    name.replace(/^T/, 't').replace(/_([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

  function ours({ scheduler, args: theirs }: (typeof cases)[number]): ScheduleChoice {
    if (v.is(warmed, theirs)) {
      const {
        warmup: { start_factor, total_iters },
        cosine,
      } = theirs;
      return schedule('cosine', { tMax: cosine.T_max }, { startFactor: start_factor, steps: total_iters });
    }
    return schedule(
      KINDS.get(scheduler) ?? scheduler,
      Object.fromEntries(Object.entries(v.parse(args, theirs)).map(([name, value]) => [camel(name), value])),
    );
  }

  test('there are nine cases', () => expect(cases.length).toBe(9));

  test.each(cases.map((one) => [one.scheduler, one] as const))('%s', (_, one) => {
    const actual = ratesOf(one.base_lr, one.steps, ours(one));
    expect(actual.length).toBe(one.lr.length);
    one.lr.forEach((lr, k) =>
      expect(Math.abs((actual[k] ?? Number.NaN) - lr), `update ${k + 1}`).toBeLessThanOrEqual(1e-12 * lr),
    );
  });
});

/** Loops that count, beside texts that compute. */
describe('counted by hand', () => {
  const count = fc.integer({ min: 1, max: 40 });
  const expectRates = (choice: ScheduleChoice, expected: readonly number[]) => {
    const actual = ratesOf(0.1, expected.length, choice);
    expected.forEach((lr, k) =>
      expect(Math.abs((actual[k] ?? Number.NaN) - lr), `update ${k + 1}`).toBeLessThanOrEqual(1e-12 * lr),
    );
  };

  test('cosine restarts: a period, then one tMult times as long, for as long as the run lasts', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3000 }), (t0, tMult, updates) => {
        const expected: number[] = [];
        let [position, period] = [0, t0];
        for (let t = 0; t < updates; t += 1) {
          expected.push(0.02 + (0.08 * (1 + Math.cos((Math.PI * position) / period))) / 2);
          position += 1;
          if (position === period) [position, period] = [0, period * tMult];
        }
        expectRates(schedule('cosineWarmRestarts', { t0, tMult, etaMin: 0.02 }), expected);
      }),
      { numRuns: 100 },
    );
  });

  test('steps and milestones: a factor at each', () => {
    fc.assert(
      fc.property(count, fc.array(count, { minLength: 1, maxLength: 16 }), (stepSize, milestones) => {
        let [byStep, byMilestone] = [0.1, 0.1];
        const [steps, drops]: [number[], number[]] = [[], []];
        for (let t = 0; t < 200; t += 1) {
          if (t > 0 && t % stepSize === 0) byStep *= 0.9;
          for (const at of milestones) if (at === t) byMilestone *= 0.9;
          steps.push(byStep);
          drops.push(byMilestone);
        }
        expectRates(schedule('step', { stepSize, gamma: 0.9 }), steps);
        expectRates(schedule('multiStep', { milestones, gamma: 0.9 }), drops);
      }),
      { numRuns: 100 },
    );
  });

  test('1/t and 1/sqrt(t)', () => {
    expectRates(schedule('inverse', { decay: 0.5 }), [0.1, 0.1 / 1.5, 0.1 / 2, 0.1 / 2.5]);
    expectRates(schedule('inverseSqrt'), [0.1, 0.1 / Math.SQRT2, 0.1 / Math.sqrt(3), 0.05]);
  });

  test('a factor at the start of every epoch after the first two, also under a warm-up', () => {
    const epochs = Int32Array.from([0, 0, 1, 1, 2, 2, 3]);
    const at = (warmup?: Warmup) => [
      ...ratesOf(0.1, 7, schedule('epochDecay', { factor: 0.5, after: 2 }, warmup), epochs),
    ];
    expect(at()).toEqual([0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.025]);
    expect(at({ startFactor: 0.5, steps: 2 })).toEqual([0.05, 0.1 * 0.75, 0.1, 0.1, 0.05, 0.05, 0.025]);
  });

  test('after a warm-up every schedule begins at its beginning', () => {
    for (const { kind } of schedules) {
      const [plain, warmed] = [
        ratesOf(0.1, 90, schedule(kind)),
        ratesOf(0.1, 100, schedule(kind, {}, { startFactor: 0.2, steps: 10 })),
      ];
      for (let t = 0; t < 10; t += 1) expect(warmed[t]).toBeCloseTo(0.1 * (0.2 + 0.08 * t), 15);
      plain.forEach((lr, t) => expect(Math.abs((warmed[t + 10] ?? Number.NaN) - lr)).toBeLessThanOrEqual(1e-12 * lr));
    }
  });
});

describe('one cycle at its edges', () => {
  const at = (args: ScheduleValues, updates: number) => [
    ...ratesOf(9, updates, schedule('oneCycle', { maxLr: 1, divFactor: 10, finalDivFactor: 10, ...args })),
  ];

  test.each<readonly [string, ScheduleValues, readonly number[]]>([
    ['a rise of one update is none', { totalSteps: 4, pctStart: 0.25 }, [1, 0.7525, 0.2575, 0.01]],
    ['no rise: torch begins as if the peak had been before', { totalSteps: 3, pctStart: 0 }, [0.7525, 0.2575, 0.01]],
    ['no fall', { totalSteps: 3, pctStart: 1 }, [0.1, 0.55, 1]],
  ])('%s', (_, args, expected) => {
    at(args, expected.length).forEach((lr, t) => expect(lr).toBeCloseTo(expected[t] ?? Number.NaN, 14));
  });

  test('past its end it keeps the last rate', () => {
    for (const pctStart of [0, 0.3, 1]) {
      const lrs = at({ totalSteps: 20, pctStart }, 25);
      expect(lrs.slice(20)).toEqual(Array.from({ length: 5 }, () => lrs[19]));
    }
  });
});

/** KaTeX reads it without an error and without a warning. */
const renders = (tex: string): string =>
  katex.renderToString(tex, { throwOnError: true, strict: 'error', output: 'mathml' });

describe.each(schedules.map((entry) => [entry.kind, entry] as const))('%s', (kind, entry) => {
  /** Every argument at each of its ends, the others at their defaults. */
  const ends = Object.entries(entry.args).map(([name, arg]) => {
    const at = (value: number) => ({
      [name]: 'count' in arg ? Array.from({ length: arg.count.max }, () => value) : value,
    });
    return [name, [at(arg.min), at(arg.max)]] as const;
  });
  const epochs = Int32Array.from({ length: 300 }, (_, t) => Math.floor(t / 10));
  /** Of a schedule that reads the loss, by one that falls slowly, bounces and then hardly falls. */
  const losses = Float64Array.from({ length: 301 }, (_, t) =>
    t < 100 ? 100 - 5e-4 * t : t < 200 ? 2 + (t % 7) : 1 - 1e-7 * t,
  );
  const rates = (args: ScheduleValues, warmup?: Warmup) => {
    const choice = schedule(kind, args, warmup);
    return ratesFromLosses(0.1, 300, choice)?.(losses) ?? ratesOf(0.1, 300, choice, epochs);
  };

  test('has limits that allow its defaults', () => {
    for (const arg of Object.values(entry.args)) {
      const numbers = [arg.default].flat();
      expect(
        numbers.every((value) => arg.min <= value && value <= arg.max && (!arg.integer || Number.isInteger(value))),
      ).toBe(true);
      if ('count' in arg) expect(numbers.length >= arg.count.min && numbers.length <= arg.count.max).toBe(true);
      else
        expect(
          arg.min <= arg.slider.min && arg.slider.max <= arg.max && (arg.slider.scale !== 'log' || arg.slider.min > 0),
        ).toBe(true);
    }
  });

  test.each(ends)('%s has an effect', (_, values) => {
    expect(values.some((args) => rates(args).some((lr, t) => lr !== rates({})[t]))).toBe(true);
  });

  test('is a rate, and mathematics, whatever its arguments and its warm-up are', () => {
    for (const args of [{}, ...ends.flatMap(([, values]) => values)]) {
      for (const warmup of [undefined, { startFactor: 0, steps: 1 }, { startFactor: 1, steps: 1_000_000 }]) {
        expect(rates(args, warmup).every((lr) => Number.isFinite(lr) && lr >= 0)).toBe(true);
        renders(rateTex(entry, schedule(kind, args, warmup), 20_000));
      }
    }
  });
});

test('reads like a textbook', () => {
  const tex = (choice: ScheduleChoice) =>
    rateTex(findSchedule(choice.kind) ?? (schedules[0] as RateSchedule), choice, 100);
  expect(tex(schedule('cosine'))).toBe(
    '\\eta_t = \\eta_{\\mathrm{min}} + \\frac{(\\eta - \\eta_{\\mathrm{min}}) \\, \\left(1 + \\cos\\left(\\frac{\\pi \\, t}{T}\\right)\\right)}{2}',
  );
  expect(tex(schedule('multiStep', { milestones: [5, 20] }))).toBe(
    '\\eta_t = \\eta \\, \\gamma^{[t \\ge 5] + [t \\ge 20]}',
  );
});

describe('the rates of a run', () => {
  const run = (lr: number, choice: ScheduleChoice) =>
    runReference(
      planExperiment({
        version: 1,
        problem: { kind: 'custom', loss: '0.5*x^2', parameters: ['x'] },
        start: [1],
        steps: 30,
        seed: 1,
        runs: [{ optimizer: 'gd', hyper: { lr }, schedule: choice }],
      }),
    )[0];

  test('are what its updates used', () => {
    const trace = run(0.1, schedule('step', { stepSize: 10 }, { startFactor: 0.5, steps: 5 }));
    expect(trace?.lr).toEqual(ratesOf(0.1, 30, schedule('step', { stepSize: 10 }, { startFactor: 0.5, steps: 5 })));
    // On half a square the gradient is x itself: every update multiplies by 1 - lr.
    trace?.lr.forEach((lr, k) =>
      expect(trace.params[k + 1]).toBeCloseTo((1 - lr) * (trace.params[k] ?? Number.NaN), 14),
    );
  });

  test('end with it', () => {
    const trace = run(0.3, schedule('exponential', { gamma: 10 }));
    expect(trace?.outcome?.kind).toBe('diverged');
    expect(trace?.lr.length).toBe((trace?.rows ?? Number.NaN) - 1);
  });
});

test('a warm-up has limits that allow its defaults', () => {
  for (const arg of Object.values(warmupArguments)) expect(arg.min <= arg.default && arg.default <= arg.max).toBe(true);
});
