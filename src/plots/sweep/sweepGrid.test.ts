import { describe, expect, it } from 'vitest';
import { cellAt, positionBeside, type SweepGrid } from './sweepGrid';

const x = { from: 1e-4, to: 1e-2, scale: 'log' } as const;
const y = { from: 0, to: 0.9, scale: 'linear' } as const;

/** Every run's number is its own index. */
const gridOf = (width: number, height: number, done: number): SweepGrid => ({
  width,
  height,
  done,
  values: Float32Array.from({ length: width * height }, (_, i) => i),
});

describe('cellAt', () => {
  it('reads the ends of the axes at the ends of the plot, row 0 at the bottom', () => {
    const grids = [gridOf(3, 4, 4)];
    expect(cellAt(grids, x, y, { x: 0, y: 0 })).toEqual({ x: 1e-4, y: 0, value: 0, position: { x: 0, y: 0 } });
    expect(cellAt(grids, x, y, { x: 1, y: 1 })).toEqual({ x: 1e-2, y: 0.9, value: 11, position: { x: 1, y: 1 } });
    const middle = cellAt(grids, x, y, { x: 0.45, y: 0.4 });
    expect(middle?.x).toBeCloseTo(1e-3, 12);
    expect(middle?.y).toBeCloseTo(0.3, 12);
    expect(middle?.value).toBe(4);
  });

  it('reads the coarse grid where the fine one is not known yet', () => {
    const grids = [gridOf(2, 2, 2), gridOf(5, 5, 2)];
    expect(cellAt(grids, x, y, { x: 0, y: 0.25 })?.value).toBe(5);
    expect(cellAt(grids, x, y, { x: 0, y: 0.6 })?.value).toBe(2);
    expect(cellAt([gridOf(5, 5, 2)], x, y, { x: 0, y: 0.6 })).toBeNull();
    expect(cellAt([], x, y, { x: 0, y: 0 })).toBeNull();
  });
});

describe('positionBeside', () => {
  it('goes from centre to centre and stays inside', () => {
    const grid = gridOf(5, 3, 0);
    expect(positionBeside(grid, { x: 0.27, y: 0.5 }, 1, 1)).toEqual({ x: 0.5, y: 1 });
    expect(positionBeside(grid, { x: 0.27, y: 0.5 }, 10, -10)).toEqual({ x: 1, y: 0 });
  });
});
