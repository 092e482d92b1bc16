import { expect, test } from 'vitest';
import { climbsBack, isFalling, steadyRise, swingsDie } from './lossTrend';

/** Losses with the same value over each part of a run. */
const inParts = (rows: number, ...values: readonly number[]) => {
  const loss = Float64Array.from(values.flatMap((value) => new Array<number>(rows).fill(value)));
  return { rows: loss.length, loss };
};

test('a run is lower than before if its last quarter is', () => {
  expect(isFalling(inParts(4, 9, 9, 3, 2))).toBe(true);
  expect(isFalling(inParts(4, 9, 9, 3, 3))).toBe(false);
  expect(isFalling(inParts(4, 1, 1, 3, 2))).toBe(true);
  // Medians are compared: 4 is below 5, whatever stands in the middle.
  expect(isFalling(inParts(1, 9, 9, 9, 9, 9, 9, 5, 9, 1, 4, 9, 1))).toBe(true);
  // Quarters of a run of two or three rows are single rows; a start alone has none before it.
  expect(isFalling(inParts(1, 2, 1))).toBe(true);
  expect(isFalling(inParts(1, 1, 2, 3))).toBe(false);
  expect(isFalling(inParts(1, 1))).toBe(false);
});

test('a loss rises steadily if each part of its last half is above the one before', () => {
  const early = new Array<number>(8).fill(50);
  expect(steadyRise(inParts(4, ...early, 1, 2, 3, 4, 5, 6, 7, 8))).toBe(32);
  for (const late of [
    [1, 2, 3, 4, 5, 6, 7, 7],
    [1, 1, 2, 3, 4, 5, 6, 7],
    [1, 2, 3, 5, 4, 6, 7, 8],
  ])
    expect(steadyRise(inParts(4, ...early, ...late)), late.join(', ')).toBeNull();
  // A swing between two losses that both rise: every part has as many of either.
  const swing = Float64Array.from({ length: 96 }, (_, row) => (row % 2) * 50 + row);
  expect(steadyRise({ rows: 96, loss: swing })).toBe(48);
});

test('of fewer than sixteen rows single ones must rise, at least four', () => {
  expect(steadyRise(inParts(1, 9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 7))).toBe(7);
  expect(steadyRise(inParts(1, 9, 9, 9, 9, 1, 2, 3, 4))).toBe(4);
  expect(steadyRise(inParts(1, 9, 9, 9, 9, 1, 2, 2, 4))).toBeNull();
  expect(steadyRise(inParts(1, 9, 9, 9, 1, 2, 3, 4))).toBeNull();
});

test('a loss climbs back if the last sixteenth is more than three times as high as one of the three before', () => {
  const before = new Array<number>(12).fill(50);
  for (const [parts, climbs] of [
    [[1, 9, 9, 3.1], true],
    [[9, 1, 9, 3.1], true],
    [[9, 9, 1, 3.1], true],
    [[1, 1, 1, 3], false],
    [[9, 9, 9, 9], false],
  ] as const)
    expect(climbsBack({ lowest: null }, inParts(4, ...before, ...parts)), parts.join(', ')).toBe(climbs);
});

test('of a short run parts of three rows are compared, of a shorter one nothing is said', () => {
  expect(climbsBack({ lowest: null }, inParts(3, 1, 1, 1, 4))).toBe(true);
  expect(climbsBack({ lowest: null }, { rows: 11, loss: Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4) })).toBe(
    false,
  );
});

test('losses count from the lowest one that is known', () => {
  const parts = inParts(3, 11, 11, 11, 14);
  expect(climbsBack({ lowest: 10 }, parts)).toBe(true);
  // Where it is not, from 0.
  for (const lowest of [null, 'anyMinimum', -Infinity] as const) {
    expect(climbsBack({ lowest }, parts)).toBe(false);
    expect(climbsBack({ lowest }, inParts(3, 1, 1, 1, 4))).toBe(true);
  }
  // At or below it, a factor means nothing.
  expect(climbsBack({ lowest: 11 }, parts)).toBe(false);
  expect(climbsBack({ lowest: null }, inParts(3, -1, -1, -1, 5))).toBe(false);
});

/** A swing whose peaks come every `period` rows and shrink by a factor from one to the next. */
const swing = (rows: number, period: number, factor: number, lift = 0) => {
  const loss = Float64Array.from(
    { length: rows },
    (_, row) => lift + factor ** (row / period) * Math.cos((Math.PI * row) / period) ** 2,
  );
  return { rows, loss };
};

test('swings die if every peak is lower than the one before, the last a third of the first or less', () => {
  const free = { lowest: null };
  expect(swingsDie(free, swing(100, 30, 0.1))).toBe(true);
  expect(swingsDie(free, swing(100, 12, 0.7))).toBe(true);
  expect(swingsDie(free, swing(100, 12, 0.98))).toBe(false);
  expect(swingsDie(free, swing(100, 12, 1.1))).toBe(false);
  // One peak alone says nothing of the next, unless the loss falls.
  expect(swingsDie(free, swing(75, 60, 1))).toBe(false);
  expect(swingsDie(free, swing(100, 60, 0.1))).toBe(true);
  // Every third row a peak may be noise.
  expect(swingsDie(free, swing(100, 3, 0.9))).toBe(false);
  // Above a level that is no minimum nothing shrinks to a third; above the lowest loss it does.
  expect(swingsDie(free, swing(100, 30, 0.1, 5))).toBe(false);
  expect(swingsDie({ lowest: 5 }, swing(100, 30, 0.1, 5))).toBe(true);
});

test('a run that climbs past its last peak does not come to rest', () => {
  const { loss } = swing(100, 30, 0.1);
  loss[99] = 1;
  expect(swingsDie({ lowest: null }, { rows: 100, loss })).toBe(false);
});
