import { quantile } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { colourRange, shareOf } from './colourRange';

const gridOf = (width: number, values: number[], done = values.length / width) => ({
  width,
  height: values.length / width,
  done,
  values: Float32Array.from(values),
});

describe('colourRange', () => {
  it('spans all of a few numbers, whatever is not finite or not known', () => {
    expect(colourRange(gridOf(2, [3, NaN, Infinity, 5, 900, -900], 2), 'linear')).toMatchObject({ exceeded: true });
    expect(colourRange(gridOf(2, [4, 4, NaN, 4]), 'linear')).toEqual({ range: [4, 4], exceeded: false });
    expect(colourRange(gridOf(2, [0, -1, NaN, NaN]), 'log')).toBeNull();
  });

  it('leaves a hundredth at either end outside', () => {
    const values = Array.from({ length: 400 }, (_, i) => (i === 399 ? 1e30 : i));
    const found = colourRange(gridOf(20, values), 'linear');
    expect(found?.exceeded).toBe(true);
    expect(found?.range[0]).toBeCloseTo(quantile(values, 0.01) ?? NaN, 9);
    expect(found?.range[1]).toBeCloseTo(quantile(values, 0.99) ?? NaN, 9);
  });

  it('finds nearly the same range from a part of a large grid whose columns differ', () => {
    const values = Array.from({ length: 512 * 512 }, (_, i) => i % 512);
    const found = colourRange(gridOf(512, values), 'linear');
    expect(Math.abs((found?.range[0] ?? NaN) - 5)).toBeLessThanOrEqual(1);
    expect(Math.abs((found?.range[1] ?? NaN) - 506)).toBeLessThanOrEqual(1);
  });
});

describe('shareOf', () => {
  it('counts in numbers or in decades', () => {
    expect(shareOf(3, [1, 5], 'linear')).toBe(0.5);
    expect(shareOf(1e-2, [1e-4, 1], 'log')).toBeCloseTo(0.5, 12);
    expect([1, 2, 3].map((value) => shareOf(value, [2, 2], 'linear'))).toEqual([0, 0.5, 1]);
  });
});
