import { describe, expect, it } from 'vitest';
import { curveRange, extentOf, pad, padLog, unite } from './range';

describe('extentOf', () => {
  it('skips what is not finite or not admitted', () => {
    expect(extentOf([3, NaN, -2, Infinity, 7])).toEqual([-2, 7]);
    expect(extentOf([3, -2, 7], (value) => value > 0)).toEqual([3, 7]);
    expect(extentOf([NaN, -Infinity])).toBeNull();
  });

  it('takes a million values', () => {
    expect(extentOf(Float64Array.from({ length: 1_000_000 }, (_, i) => i))).toEqual([0, 999_999]);
  });
});

describe('curveRange', () => {
  it('shows all of a parabola and of a quartic', () => {
    const nodes = Array.from({ length: 401 }, (_, i) => -5 + i / 40);
    expect(curveRange(nodes.map((x) => x ** 2))).toEqual([0, 25]);
    expect(curveRange(nodes.map((x) => x ** 4))).toEqual([0, 625]);
  });

  it('lets one huge value leave instead of flattening the rest', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i / 1000);
    const [low, high] = curveRange([...values, 1e9, Infinity]) ?? [NaN, NaN];
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(1);
    expect(high).toBeLessThan(1.5);
  });

  it('shows a pole only so far as the curve beside it needs', () => {
    const values = Array.from({ length: 400 }, (_, i) => 1 / (i - 199.5));
    const [low, high] = curveRange(values) ?? [NaN, NaN];
    expect(high).toBeLessThan(0.5);
    expect(low).toBeGreaterThan(-0.5);
  });

  it('is a constant for a constant, and nothing for nothing', () => {
    expect(curveRange([4, 4, 4])).toEqual([4, 4]);
    expect(curveRange([NaN])).toBeNull();
  });
});

describe('pad, padLog and unite', () => {
  it('gives room at both ends, also to a range without length', () => {
    expect(pad([0, 10], 0.1)).toEqual([-1, 11]);
    expect(pad([0, 0], 0.1)).toEqual([-1, 1]);
    const [low, high] = padLog([1, 100], 0.5);
    expect(low).toBeCloseTo(0.1, 12);
    expect(high).toBeCloseTo(1000, 9);
    expect(unite([[1, 2], null, [-3, 0]])).toEqual([-3, 2]);
    expect(unite([null])).toBeNull();
  });
});
