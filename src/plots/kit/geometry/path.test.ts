import { describe, expect, it } from 'vitest';
import { indexOfRow, pathUntil, tracePath, visibleEnd, type ScreenPath } from './path';

const box = { left: 0, top: 0, right: 100, bottom: 100 };

const pathOf = (points: readonly (readonly [number, number])[]): ScreenPath => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
  rows: Int32Array.from(points, (_, i) => i),
});

function drawn(path: ScreenPath, from = 0, to = path.x.length - 1): string {
  const words: string[] = [];
  tracePath(
    { moveTo: (x, y) => words.push(`M${x},${y}`), lineTo: (x, y) => words.push(`L${x},${y}`) },
    path,
    from,
    to,
    box,
  );
  return words.join(' ');
}

describe('tracePath', () => {
  it('draws one polyline while it stays inside', () => {
    expect(
      drawn(
        pathOf([
          [10, 10],
          [20, 20],
          [30, 10],
        ]),
      ),
    ).toBe('M10,10 L20,20 L30,10');
  });

  it('cuts at the edge, leaves out what is outside and comes back in', () => {
    expect(
      drawn(
        pathOf([
          [50, 50],
          [150, 50],
          [150, 80],
          [50, 80],
        ]),
      ),
    ).toBe('M50,50 L100,50 M100,80 L50,80');
  });

  it('keeps gaps', () => {
    expect(
      drawn(
        pathOf([
          [10, 10],
          [20, 10],
          [30, NaN],
          [40, 10],
          [50, 10],
        ]),
      ),
    ).toBe('M10,10 L20,10 M40,10 L50,10');
  });

  it('draws the part asked for', () => {
    expect(
      drawn(
        pathOf([
          [10, 10],
          [20, 20],
          [30, 10],
          [40, 20],
        ]),
        1,
        2,
      ),
    ).toBe('M20,20 L30,10');
  });

  it('merges points on one spot and still ends where the path ends', () => {
    expect(
      drawn(
        pathOf([
          [10, 10],
          [10.1, 10],
          [10.2, 10],
          [10.25, 10],
        ]),
      ),
    ).toBe('M10,10 L10.25,10');
  });
});

describe('visibleEnd', () => {
  it('is the last point where the path ends inside', () => {
    expect(
      visibleEnd(
        pathOf([
          [10, 10],
          [200, 10],
          [30, 40],
        ]),
        box,
      ),
    ).toEqual({ x: 30, y: 40, out: null });
  });

  it('is the edge, with the direction, where it left', () => {
    const end = visibleEnd(
      pathOf([
        [50, 50],
        [350, 450],
      ]),
      box,
    );
    expect(end).toMatchObject({ x: 87.5, y: 100 });
    expect(end?.out?.dx).toBeCloseTo(0.6, 12);
    expect(end?.out?.dy).toBeCloseTo(0.8, 12);
  });

  it('is the far edge where a last jump went right across', () => {
    expect(
      visibleEnd(
        pathOf([
          [-1000, 50],
          [1e200, 50],
          [NaN, NaN],
        ]),
        box,
      ),
    ).toEqual({ x: 100, y: 50, out: { dx: 1, dy: 0 } });
  });

  it('is nothing where nothing was seen', () => {
    expect(
      visibleEnd(
        pathOf([
          [-10, -10],
          [-20, 500],
        ]),
        box,
      ),
    ).toBeNull();
  });
});

describe('indexOfRow', () => {
  it('finds the last entry at or before a row', () => {
    const rows = Int32Array.from([0, 3, 7, 8]);
    expect([0, 2, 3, 7, 100].map((row) => indexOfRow(rows, row))).toEqual([0, 0, 1, 2, 3]);
    expect(indexOfRow(new Int32Array(0), 5)).toBe(-1);
  });
});

describe('pathUntil', () => {
  const path = { x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 6), rows: Int32Array.of(0, 10, 20) };

  it.each([
    [-1, 0],
    [0, 1],
    [9.5, 1],
    [10, 2],
    [Infinity, 3],
  ])('up to row %d has %i entries', (row, count) => {
    const { x, y, rows } = pathUntil(path, row);
    expect([x, y, rows].map(({ length }) => length)).toEqual([count, count, count]);
    expect(rows.every((one) => one <= row)).toBe(true);
  });
});
