import { expect, test } from 'vitest';
import { pitchesOf } from './pitches';

const rounded = (pitches: Float32Array) => Array.from(pitches, (pitch) => Math.round(pitch));

test('equal ratios of the loss are equal intervals on a log axis, equal differences on a linear one', () => {
  expect(rounded(pitchesOf(Float64Array.of(1000, 100, 10, 1), 'log'))).toEqual([1760, 880, 440, 220]);
  expect(rounded(pitchesOf(Float64Array.of(3, 2, 1, 0), 'linear'))).toEqual([1760, 880, 440, 220]);
});

test('the melody ends where the axis can show nothing more', () => {
  expect(rounded(pitchesOf(Float64Array.of(1, 8, Infinity, NaN), 'linear'))).toEqual([220, 1760]);
  expect(rounded(pitchesOf(Float64Array.of(8, 1, 0, 1), 'log'))).toEqual([1760, 220]);
  expect(pitchesOf(Float64Array.of(NaN), 'linear')).toHaveLength(0);
});

test('a loss that stays the same is one pitch, and a long run keeps its first and last', () => {
  expect(rounded(pitchesOf(Float64Array.of(5, 5, 5), 'log'))).toEqual([220, 220, 220]);
  const long = pitchesOf(
    Float64Array.from({ length: 5001 }, (_, i) => i),
    'linear',
  );
  expect([long.length, Math.round(long[0] ?? 0), Math.round(long.at(-1) ?? 0)]).toEqual([1000, 220, 1760]);
});
