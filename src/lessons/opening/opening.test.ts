import { describe, expect, test } from 'vitest';
import { changeBatch, changeHyper, decodeLink, encodeLink, fullBatch, readExperiment } from '../../experiment';
import { ownExperiment } from '../../experiment/core/ownExperiment';
import type { Experiment } from '../../experiment/core/types';
import { referenceEvidence, refuteAny } from '../testing/evidence';
import type { Claim } from '../types';
import { openingIndex, openingState, openingStops, type OpeningStop } from '.';

/** Why claims do not hold for an experiment, computed in float64. */
function refutations(experiment: Experiment, claims: readonly Claim[]): (string | null)[] {
  const evidence = referenceEvidence(experiment);
  return claims.map((claim) => refuteAny(claim, evidence));
}

/** The stop's experiment with its control at a value. */
function moved({ experiment, control: { run, name } }: OpeningStop, value: number): Experiment {
  const valid = ownExperiment(experiment);
  return name === 'batch'
    ? changeBatch(valid, run, { ...fullBatch, size: value })
    : changeHyper(valid, run, name, value);
}

describe.each(openingStops.map((stop, index) => [stop.title.en, stop, index] as const))('%s', (_, stop, index) => {
  test('its link opens its stage at the first step', () => {
    expect(openingState(index).experiment).toEqual(readExperiment({ version: 1, ...stop.experiment }));
    const { state, complaints } = decodeLink(encodeLink(openingState(index)));
    expect(complaints).toEqual([]);
    expect(state).toEqual(openingState(index));
    expect(state.stage && openingIndex(state.stage)).toBe(index);
  });

  test('what its texts say of the first picture holds', () => {
    expect(refutations(ownExperiment(stop.experiment), stop.claims)).toEqual(stop.claims.map(() => null));
  });

  test('exactly the right answer holds wherever the verdict takes the picture for that of the question', () => {
    const { answers, right, seen, at } = stop.question;
    const [from, to] = seen;
    expect(at).toBeGreaterThanOrEqual(from);
    expect(at).toBeLessThanOrEqual(to);
    const within = [0, 0.25, 0.5, 0.75, 1].map((share) => from + share * (to - from));
    for (const value of [at, ...within]) {
      const tried = stop.control.integer ? Math.round(value) : value;
      const experiment = moved(stop, tried);
      const holds = answers.map(({ claims }) => refutations(experiment, claims).every((why) => why === null));
      expect([tried, holds]).toEqual([tried, answers.map((_answer, i) => i === right)]);
    }
  });

  test('what the right answer says does not hold at first', () => {
    const { answers, right } = stop.question;
    const claims = answers[right]?.claims ?? [];
    const first = refutations(ownExperiment(stop.experiment), claims);
    expect(first.every((why) => why === null)).toBe(false);
  });

  test('its slider holds the value at first and that of the question', () => {
    const { min, max, name, run } = stop.control;
    const owner = ownExperiment(stop.experiment).runs[run];
    const first = Number(name === 'batch' ? owner?.batch?.size : owner?.hyper[name]);
    for (const value of [first, stop.question.at]) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });
});

test('gradient descent breaks on Rosenbrock at five times its rate, as the last stop says', () => {
  const stop = openingStops.at(-1);
  const experiment = stop && changeHyper(ownExperiment(stop.experiment), 0, 'lr', 5 * 0.001);
  expect(experiment && refutations(experiment, [{ kind: 'diverges', run: 0, from: 1, to: 300 }])).toEqual([null]);
});

test('past the red line at 1, and only there, the first stop ends farther from the minimum than it began', () => {
  const [stop] = openingStops;
  const farther = (lr: number) => (stop ? refutations(moved(stop, lr), [{ kind: 'misses', run: 0, by: 10 }]) : []);
  expect(farther(1.01)).toEqual([null]);
  expect(farther(0.99)).not.toEqual([null]);
});

test('with momentum the path swings across the floor, and only at 0.98 do the swings last', () => {
  const stop = openingStops[2];
  const holds = (mu: number, claim: Claim) => stop && refutations(moved(stop, mu), [claim])[0] === null;
  const swings: Claim = { kind: 'crosses', run: 0, parameter: 1, from: 10 };
  const isOnFloor: Claim = { kind: 'coordinate', run: 0, parameter: 1, from: -0.01, to: 0.01 };
  expect([0, 0.8, 0.98].map((mu) => holds(mu, swings))).toEqual([false, true, true]);
  expect([0, 0.8, 0.98].map((mu) => holds(mu, isOnFloor))).toEqual([true, true, false]);
});

test('after 50 steps Adam has come to -0.8 at the rate of the question, and to -1.4 at the first one', () => {
  const stop = openingStops.at(-1);
  const at = (lr: number, x: number) =>
    stop &&
    refutations(moved(stop, lr), [{ kind: 'coordinate', run: 2, parameter: 0, at: 50, from: x - 0.05, to: x + 0.05 }]);
  expect([at(0.5, -0.8), at(0.05, -1.4)]).toEqual([[null], [null]]);
});

test('momentum of 0.98 passes the star and ends farther away than none', () => {
  const stop = openingStops[2];
  const at = (mu: number) => (stop ? refutations(moved(stop, mu), [{ kind: 'misses', run: 0, by: 1.3 }]) : []);
  expect(at(0.98)).toEqual([null]);
  expect(at(0)).not.toEqual([null]);
});

test('batches of ten end nearer to the minimum than single samples and than all at once', () => {
  const stop = openingStops[3];
  const near = (size: number) =>
    stop ? refutations(moved(stop, size), [{ kind: 'arrives', run: 0, within: 0.2 }]) : [];
  expect(near(10)).toEqual([null]);
  expect(near(1)).not.toEqual([null]);
  expect(near(100)).not.toEqual([null]);
});

test('no step of Adam is much longer than its rate along x or y, as the last stop says', () => {
  const stop = openingStops.at(-1);
  if (!stop) throw new Error('the opening has no stops');
  const { at } = stop.question;
  const run = referenceEvidence(moved(stop, at)).runs[stop.control.run];
  if (!run) throw new Error('the stop has no such run');
  const steps = Array.from({ length: run.rows - 1 }, (_, row) =>
    run.point(row + 1).map((value, i) => Math.abs(value - (run.point(row)[i] ?? NaN))),
  );
  expect(Math.max(...steps.flat())).toBeLessThan(1.2 * at);
});
