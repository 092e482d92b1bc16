import { describe, expect, it } from 'vitest';
import { colouringGrid, heatOf } from './heat';
import { pixelsOf } from './paintHeatMap';

const grid = { width: 2, height: 3, done: 2, values: Float32Array.from([0, 1, 5, 0, 1, 1]) };
const outcome = {
  kind: 'categories',
  title: 'how it ended',
  categories: [
    { value: 0, label: 'converged' },
    { value: 1, label: 'moving' },
    { value: 5, label: 'diverged', isHatched: true },
  ],
} as const;
const loss = (scale: 'log' | 'linear') =>
  ({ kind: 'continuous', scale, title: 'loss', notFinite: 'diverged' }) as const;

describe('pixelsOf', () => {
  it('puts row 0 last, leaves unknown rows out, and hatched runs transparent', () => {
    const bytes = Uint8ClampedArray.from([10, 11, 12, 255, 20, 21, 22, 255, 30, 31, 32, 255]);
    expect([...pixelsOf(grid, heatOf(grid, outcome).indexOf, bytes)]).toEqual([
      0, 0, 0, 0, 10, 11, 12, 255, 10, 11, 12, 255, 20, 21, 22, 255,
    ]);
    expect([...pixelsOf(grid, heatOf(grid, outcome).indexOf, bytes, 1)]).toEqual([0, 0, 0, 0, 10, 11, 12, 255]);
  });
});

describe('heatOf', () => {
  it('gives the lowest colour to what is lowest, and none to what is not finite', () => {
    const values = Float32Array.from([1e-4, 1e-2, 1, 1e4]);
    const { indexOf } = heatOf({ width: 2, height: 2, done: 2, values }, loss('log'));
    expect([...values].map(indexOf)).toEqual([...values].map(indexOf).toSorted((a, b) => a - b));
    expect([1e-9, 0, -3, 1e-4, 1e4, 1e30].map(indexOf)).toEqual([0, 0, 0, 0, 255, 255]);
    expect([NaN, Infinity, -Infinity].map(indexOf)).toEqual([-1, -1, -1]);
  });

  it('keeps the colours of the grid that is complete while a finer one comes in', () => {
    const coarse = { width: 2, height: 2, done: 2, values: Float32Array.from([0, 1, 2, 4]) };
    const fine = { width: 2, height: 4, done: 1, values: Float32Array.from([7, 9, 0, 0, 0, 0, 0, 0]) };
    expect(colouringGrid([coarse, fine])).toBe(coarse);
    expect(heatOf(coarse, loss('linear')).ends?.range[1]).toBeLessThan(5);
    expect(colouringGrid([coarse, { ...fine, done: 4 }])).toMatchObject({ values: fine.values });
  });
});
