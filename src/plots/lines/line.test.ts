import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from '../kit/geometry/scale';
import { lineOf } from './line';

const box = { left: 0, top: 0, right: 100, bottom: 100 };
const x = linearScale([0, 50], [0, 100]);
const style = { colour: 'black', label: 'Adam', dash: [], marker: 'circle' } as const;
/** Every tenth step of a run. */
const series = {
  steps: Int32Array.from([0, 10, 20, 30]),
  positions: Float64Array.from([0, 10, 20, 30]),
  values: Float64Array.from([100, 0, NaN, 1]),
  limits: Float64Array.from([10, 10, NaN, 1000]),
  diverged: false,
  growth: null,
};

describe('lineOf', () => {
  it('leaves gaps at the values that a log axis cannot show', () => {
    const { path, nonPositive, limit } = lineOf(series, 'log', { x, y: logScale([1, 100], [100, 0]), box }, style);
    expect([...path.rows]).toEqual([0, 10, 20, 30]);
    expect([...path.x]).toEqual([0, 20, 40, 60]);
    expect([...path.y]).toEqual([0, NaN, NaN, 100]);
    expect([...nonPositive]).toEqual([1]);
    expect(limit && [...limit.y]).toEqual([50, 50, NaN, -50]);
  });

  it('shows every finite value on a linear axis', () => {
    const { path, nonPositive } = lineOf(series, 'linear', { x, y: linearScale([0, 100], [100, 0]), box }, style);
    expect([...path.y]).toEqual([0, 100, NaN, 99]);
    expect(nonPositive).toHaveLength(0);
  });

  it('puts the validation loss at the same steps and on the same scale', () => {
    const { validation } = lineOf(
      { ...series, validation: Float64Array.from([10, 100, 1, 10]) },
      'log',
      { x, y: logScale([1, 100], [100, 0]), box },
      style,
    );
    expect(validation && [...validation.x]).toEqual([0, 20, 40, 60]);
    expect(validation && [...validation.y]).toEqual([50, 0, 100, 50]);
    expect(lineOf(series, 'linear', { x, y: x, box }, style).validation).toBeNull();
  });
});
