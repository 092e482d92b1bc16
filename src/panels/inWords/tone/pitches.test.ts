import { expect, test } from 'vitest';
import { pitchesOf } from './pitches';

const rounded = (pitches: Float32Array) => Array.from(pitches, (pitch) => Math.round(pitch));

/** The pitches of values one step apart. */
const evenly = (values: readonly (number | null)[], scale: 'log' | 'linear') =>
  pitchesOf({ positions: values.map((_, i) => i), values, scale });

test('equal ratios of the loss are equal intervals on a log axis, equal differences on a linear one', () => {
  expect(rounded(evenly([1000, 100, 10, 1], 'log'))).toEqual([1760, 880, 440, 220]);
  expect(rounded(evenly([3, 2, 1, 0], 'linear'))).toEqual([1760, 880, 440, 220]);
});

test('the melody ends where the axis can show nothing more, and begins where it first can', () => {
  expect(rounded(evenly([1, 8, Infinity, NaN], 'linear'))).toEqual([220, 1760]);
  expect(rounded(evenly([8, 1, 0, 1], 'log'))).toEqual([1760, 220]);
  expect(rounded(evenly([null, 8, 1], 'log'))).toEqual([1760, 220]);
  expect(evenly([NaN], 'linear')).toHaveLength(0);
});

test('a loss that stays the same is one pitch, and a long run keeps its first and last', () => {
  expect(rounded(evenly([5, 5, 5], 'log'))).toEqual([220, 220, 220]);
  const long = evenly(
    Array.from({ length: 5001 }, (_, i) => i),
    'linear',
  );
  expect([long.length, Math.round(long[0] ?? 0), Math.round(long.at(-1) ?? 0)]).toEqual([1000, 220, 1760]);
});

test('what is far along the axis takes long', () => {
  // From 0 to 3 and on to 1: two thirds of the way up at a third of the time.
  expect(rounded(pitchesOf({ positions: [0, 3, 4], values: [0, 3, 1], scale: 'linear' }))).toEqual([220, 880, 440]);
});
