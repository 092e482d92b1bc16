import { describe, expect, test } from 'vitest';
import { planExperiment } from '../engine/plan/plan';
import { ratesFromLosses, ratesOf } from '../engine/plan/rates';
import { runReference } from '../engine/float64/reference';
import { readExperiment } from '../experiment';
import { ruleById } from '../experiment/core/choice';
import { readsRate } from '../formula';
import messages from '../language/en/later.json';
import { findSchedule, optimizers, schedules, warmupArguments, type ScheduleChoice, type Warmup } from '.';

/* Every sentence that the page says about schedules, each with what it claims. A new or changed sentence fails until it has a check. */

const LR = 0.1;
const UPDATES = 60;
const EPOCHS = Int32Array.from({ length: UPDATES }, (_, t) => Math.floor(t / 10));

function choice(
  kind: string,
  args: Readonly<Record<string, number | readonly number[]>>,
  warmup?: Warmup,
): ScheduleChoice {
  const defaults = Object.entries(findSchedule(kind)?.args ?? {}).map(([name, arg]) => [name, arg.default] as const);
  return { kind, args: { ...Object.fromEntries(defaults), ...args }, ...(warmup && { warmup }) };
}
const rates = (kind: string, args: ScheduleChoice['args'] = {}, warmup?: Warmup): number[] => [
  ...ratesOf(LR, UPDATES, choice(kind, args, warmup), EPOCHS),
];
/** The rates on a plateau: the loss after update t + 1 is f(t). */
const onPlateau = (args: ScheduleChoice['args'], f: (t: number) => number): number[] => {
  const losses = [NaN, ...Array.from({ length: UPDATES }, (_, t) => f(t))];
  return [...(ratesFromLosses(LR, UPDATES, choice('plateau', { factor: 0.5, patience: 3, ...args }))?.(losses) ?? [])];
};

/** The updates, from 0, whose rate differs from the one before. */
const changes = (of: readonly number[]): number[] => of.flatMap((rate, t) => (t > 0 && rate !== of[t - 1] ? [t] : []));
const at = (of: readonly number[], t: number): number => of.at(t) ?? NaN;
const close = (value: number, expected: number) => expect(value).toBeCloseTo(expected, 12);

const checks: Readonly<Record<string, () => void>> = {
  'The number of updates between two drops.': () =>
    expect(changes(rates('step', { stepSize: 7 }))).toEqual([7, 14, 21, 28, 35, 42, 49, 56]),
  'What the rate is multiplied by at every drop.': () =>
    close(at(rates('step', { stepSize: 7, gamma: 0.3 }), 7), LR * 0.3),
  'The updates, counted from 0, at which the rate drops.': () =>
    expect(changes(rates('multiStep', { milestones: [4, 9] }))).toEqual([4, 9]),
  'What the rate is multiplied by at every milestone.': () =>
    close(at(rates('multiStep', { milestones: [4, 9], gamma: 0.2 }), 9), LR * 0.2 ** 2),
  'What the rate is multiplied by after every update; past 1 it grows.': () => {
    for (const gamma of [0.9, 1.1]) close(at(rates('exponential', { gamma }), 5), LR * gamma ** 5);
    expect(at(rates('exponential', { gamma: 1.1 }), -1)).toBeGreaterThan(LR);
  },
  'The number of updates until the rate is lowest.': () => {
    const one = rates('cosine', { tMax: 25, etaMin: 0.01 });
    expect(one.indexOf(Math.min(...one))).toBe(25);
  },
  'The rate at the bottom of the cosine.': () => close(Math.min(...rates('cosine', { tMax: 25, etaMin: 0.01 })), 0.01),
  'The number of updates until the first restart.': () => {
    const one = rates('cosineWarmRestarts', { t0: 12, tMult: 1 });
    expect(one.findIndex((rate, t) => t > 0 && rate > at(one, t - 1))).toBe(12);
    close(at(one, 12), LR);
  },
  'How many times as long every period is as the one before.': () => {
    const one = rates('cosineWarmRestarts', { t0: 5, tMult: 3 });
    expect(one.flatMap((rate, t) => (t > 0 && rate > at(one, t - 1) ? [t] : []))).toEqual([5, 20]);
  },
  'What the rate is multiplied by at the first update.': () => {
    close(at(rates('linear', { startFactor: 0.25 }), 0), LR * 0.25);
    close(at(rates('constant', {}, { startFactor: 0.25, steps: 8 }), 0), LR * 0.25);
  },
  'What the rate is multiplied by at the end.': () =>
    close(at(rates('linear', { endFactor: 0.4, totalIters: 20 }), 20), LR * 0.4),
  'The number of updates over which the rate changes; then it stays.': () => {
    for (const kind of ['linear', 'polynomial'])
      expect(changes(rates(kind, { totalIters: 20 })), kind).toEqual(Array.from({ length: 20 }, (_, t) => t + 1));
  },
  'At 1 the rate falls along a line, above 1 fast at first.': () => {
    const [line, fast] = [1, 3].map((power) => rates('polynomial', { power, totalIters: 20 }));
    for (let t = 0; t < 20; t += 1) close(at(line ?? [], t), LR * (1 - t / 20));
    expect(LR - at(fast ?? [], 1)).toBeGreaterThan(2 * (LR - at(line ?? [], 1)));
    expect(at(fast ?? [], 10) - at(fast ?? [], 11)).toBeLessThan(LR - at(fast ?? [], 1));
  },
  'The rate at the peak; this schedule uses it in place of the learning rate.': () => {
    const one = choice('oneCycle', { maxLr: 0.7, totalSteps: UPDATES });
    close(Math.max(...ratesOf(LR, UPDATES, one)), 0.7);
    expect(ratesOf(3, UPDATES, one)).toEqual(ratesOf(LR, UPDATES, one));
  },
  'The number of updates in the cycle.': () =>
    expect(at(changes(rates('oneCycle', { maxLr: 0.7, totalSteps: 40 })), -1)).toBe(39),
  'The part of the cycle in which the rate rises.': () => {
    const one = rates('oneCycle', { maxLr: 0.7, totalSteps: 41, pctStart: 0.25 });
    expect(Math.abs(one.indexOf(Math.max(...one)) / 40 - 0.25)).toBeLessThan(1 / 40);
  },
  'What the highest rate is divided by at the first update.': () =>
    close(at(rates('oneCycle', { maxLr: 0.7, totalSteps: UPDATES, divFactor: 20 }), 0), 0.7 / 20),
  'What the first rate is divided by at the last update.': () =>
    close(
      at(rates('oneCycle', { maxLr: 0.7, totalSteps: UPDATES, divFactor: 20, finalDivFactor: 50 }), -1),
      0.7 / 20 / 50,
    ),
  'After one over this many updates the rate is half of what it was.': () =>
    close(at(rates('inverse', { decay: 1 / 16 }), 16), LR / 2),
  'What the rate is multiplied by at the start of an epoch.': () =>
    close(at(rates('epochDecay', { factor: 0.3, after: 1 }), 10), LR * 0.3),
  'The epochs after this one, counted from 1, start with a drop.': () =>
    expect(changes(rates('epochDecay', { factor: 0.3, after: 3 }))).toEqual([30, 40, 50]),
  'The number of updates over which the rate rises to its full value.': () => {
    const one = rates('constant', {}, { startFactor: 0.1, steps: 8 });
    expect(one.findIndex((rate) => rate === LR)).toBe(8);
  },
  // Of the loss that stays, the first is the lowest; with a patience of 3 the fourth after it reduces the rate of the next update.
  'What the rate is multiplied by when it is reduced.': () =>
    close(
      at(
        onPlateau({}, () => 1),
        5,
      ),
      LR / 2,
    ),
  'So many updates in a row may pass without a lower loss; the next one reduces the rate.': () => {
    for (const patience of [0, 3, 7])
      expect(changes(onPlateau({ patience }, () => 1))[0], String(patience)).toBe(patience + 2);
    // One lower loss in between begins the count anew.
    expect(changes(onPlateau({}, (t) => (t < 3 ? 1 : 0.5)))[0]).toBe(8);
  },
  'How much lower than the lowest a loss must be to count, as a share of it or, in mode 1, as it is.': () => {
    const falling = (t: number) => 100 - t;
    expect(changes(onPlateau({ threshold: 0.5 }, falling)).length).toBeGreaterThan(0);
    expect(changes(onPlateau({ threshold: 0.5, thresholdMode: 1 }, falling))).toEqual([]);
  },
  '0: the threshold is a share of the lowest loss. 1: it is a loss.': () => {
    // Every loss is 1% below the one before, which is 0.5 only while the loss is above 50.
    const falling = (t: number) => 100 * 0.99 ** t;
    expect(changes(onPlateau({ threshold: 0.009, patience: 0 }, falling))).toEqual([]);
    const reduced = changes(onPlateau({ threshold: 0.9, thresholdMode: 1, patience: 0 }, falling))[0];
    expect(reduced).toBe(
      Array.from({ length: UPDATES }, (_, t) => falling(t) - falling(t + 1)).findIndex((d) => d <= 0.9) + 2,
    );
  },
  'For so many updates after a reduction none is counted as one without a lower loss.': () => {
    const [first = NaN, second = NaN] = changes(onPlateau({ cooldown: 6 }, () => 1));
    expect(second - first).toBe(6 + 4);
  },
  'The rate is never reduced below it.': () => {
    const one = onPlateau({ patience: 0, minLr: 0.02 }, () => 1);
    expect(Math.min(...one)).toBe(0.02);
  },
  'A reduction by no more than this is left out; torch calls it eps.': () => {
    expect(changes(onPlateau({ leastChange: 0.05 }, () => 1))).toEqual([]);
    expect(changes(onPlateau({ leastChange: 0.049 }, () => 1)).length).toBe(1);
  },
};

const spoken = [...schedules.flatMap(({ args }) => Object.values(args)), ...Object.values(warmupArguments)].map(
  ({ help }) => help.en,
);

test('every sentence about an argument has a check, and every check a sentence', () => {
  expect(Object.keys(checks).sort()).toEqual([...new Set(spoken)].sort());
});

test.each(Object.entries(checks))('%s', (_, check) => check());

describe('what the card says of schedules', () => {
  test(messages.schedule.warmupAbout, () => {
    expect(messages.schedule.warmupAbout).toBe('Over the first updates the rate rises along a line to its full value.');
    const one = rates('constant', {}, { startFactor: 0.2, steps: 10 });
    for (let t = 0; t <= 10; t += 1) close(at(one, t), LR * (0.2 + 0.08 * t));
  });

  test(messages.schedule.readsLoss, () => {
    expect(messages.schedule.readsLoss).toBe(
      'After every update the full loss is compared with the lowest so far; it is lower only if it is so by more than the threshold. After more updates in a row without a lower loss than the patience, the rate is multiplied by the factor.',
    );
    // Lower by exactly the threshold is not lower.
    expect(changes(onPlateau({ threshold: 0.5, thresholdMode: 1, patience: 0 }, (t) => (t === 0 ? 2 : 1.5)))[0]).toBe(
      2,
    );
    expect(changes(onPlateau({ patience: 4 }, () => 1))[0]).toBe(6);
  });

  const unread = optimizers.filter(({ id }) => !readsRate(ruleById(id))).map(({ id }) => id);
  test.each(unread)(`${messages.schedule.unread} (%s)`, (optimizer) => {
    expect(messages.schedule.unread).toBe(
      'This rule reads the learning rate that is set once, before its first step, so a schedule changes nothing.',
    );
    const path = (schedule?: object, lr = 0.1) =>
      runReference(
        planExperiment(
          readExperiment({
            version: 1,
            problem: { id: 'booth' },
            steps: 20,
            runs: [{ optimizer, hyper: { lr }, ...(schedule && { schedule }) }],
          }),
        ),
      )[0]?.params;
    expect(path({ kind: 'step', stepSize: 1, gamma: 0.5 })).toEqual(path());
    expect(path({ kind: 'linear', startFactor: 0.5, totalIters: 5 })).toEqual(path());
    expect(path(undefined, 0.05)).not.toEqual(path());
  });
});
