import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsAt, contourLevels } from './contours';
import type { View } from './types';

const view: View = { kind: 'plane', axes: [0, 1], x: [-2, 2], y: [-3, 1], held: [0, 0] };
const SIDE = 65;
const CELL = 4 / (SIDE - 1);

/** A grid of f, row 0 at the bottom. */
const gridOf = (f: (x: number, y: number) => number) =>
  Float32Array.from({ length: SIDE * SIDE }, (_, i) => f(-2 + (i % SIDE) * CELL, -3 + Math.floor(i / SIDE) * CELL));

const bandsOf = (f: (x: number, y: number) => number) => {
  const losses = gridOf(f);
  return bandsAt(contourLevels(losses), losses, SIDE, SIDE, view);
};

const pointsOf = (ring: Float32Array) =>
  Array.from(
    { length: ring.length / 2 },
    (_, i) => [ring[2 * i] ?? Number.NaN, ring[2 * i + 1] ?? Number.NaN] as const,
  );
/** Not on the frame of the view, along which a band is closed. */
const isInside = ([x, y]: readonly [number, number]) => Math.abs(x) < 2 - CELL && y > -3 + CELL && y < 1 - CELL;

/** Even-odd rule over all rings: how often a ray to the right meets them. */
function covers(rings: readonly Float32Array[], x: number, y: number): boolean {
  let inside = false;
  for (const points of rings.map(pointsOf)) {
    points.forEach(([x0, y0], i) => {
      const [x1, y1] = points[(i + 1) % points.length] ?? [Number.NaN, Number.NaN];
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    });
  }
  return inside;
}

describe('the bands of a bowl about (0.3, -1)', () => {
  const bowl = (x: number, y: number) => (x - 0.3) ** 2 + (y + 1) ** 2;
  const bands = bandsOf(bowl);

  test('have rings on circles', () => {
    expect(bands.length).toBeGreaterThan(10);
    for (const { level, rings } of bands) {
      const inside = rings.flatMap(pointsOf).filter(isInside);
      if (level < 1) expect(inside.length).toBeGreaterThan(0);
      // Between two samples of x^2 a straight line errs by a quarter of the squared distance.
      for (const [x, y] of inside) expect(Math.abs(bowl(x, y) - level)).toBeLessThan(CELL ** 2 / 4 + 1e-5);
    }
  });

  test('cover the area at or above their level', () => {
    for (const { level, rings } of bands) {
      for (const [x, y] of [
        [0.3, -1],
        [0.5, -0.6],
        [-0.7, -1.3],
        [1.1, 0.2],
        [-1.9, 0.9],
      ] as const) {
        if (Math.abs(bowl(x, y) - level) > CELL) expect(covers(rings, x, y)).toBe(bowl(x, y) >= level);
      }
    }
  });
});

test('a grid that is wider than high keeps its orientation', () => {
  const [width, height] = [40, 20];
  const values = Float32Array.from({ length: width * height }, (_, i) => i % width);
  for (const { level, rings } of bandsAt(contourLevels(values), values, width, height, view)) {
    const inside = rings.flatMap(pointsOf).filter(isInside);
    if (level > 1 && level < width - 2) expect(inside.length).toBeGreaterThan(0);
    for (const [x] of inside) expect(x).toBeCloseTo(-2 + (level / (width - 1)) * 4, 4);
  }
});

describe('non-finite losses', () => {
  const finite = (bands: ReturnType<typeof bandsOf>) =>
    bands.every(({ rings }) => rings.every((ring) => ring.every(Number.isFinite)));

  test('NaN counts as high', () => {
    const bands = bandsOf((x, y) => (x < 0 ? Number.NaN : x * x + y * y));
    expect(bands.length).toBeGreaterThan(10);
    expect(finite(bands)).toBe(true);
    for (const { rings } of bands) expect(covers(rings, -1, -1)).toBe(true);
  });

  test('an infinite loss counts as high or low by its sign', () => {
    const bands = bandsOf((x, y) => (x < -1 ? Infinity : x > 1 ? -Infinity : x + y));
    expect(bands.length).toBeGreaterThan(10);
    expect(finite(bands)).toBe(true);
    for (const { rings } of bands) expect([covers(rings, -1.5, -1), covers(rings, 1.5, -1)]).toEqual([true, false]);
  });

  test('a constant loss and a grid of NaN have no bands', () => {
    for (const value of [0, 5, Number.NaN, Infinity, -Infinity]) expect(bandsOf(() => value)).toEqual([]);
  });
});

test('levels ascend strictly between the lowest and the highest loss', () => {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.float() },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, 1e-30, 1e30) },
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
      // 1e30 is no float32.
      const losses = Float32Array.from(values);
      const levels = contourLevels(losses);
      const finite = Array.from(losses).filter(Number.isFinite);
      levels.forEach((level, i) => {
        expect(level).toBeGreaterThan(levels[i - 1] ?? Math.min(...finite));
        expect(level).toBeLessThan(Math.max(...finite));
      });
      if (new Set(finite).size > 1) expect(levels.length).toBeGreaterThan(0);
    }),
  );
});

test('levels are numbers of two digits where the lowest loss is 0', () => {
  const bowl = gridOf((x, y) => 37 * (x - 0.3) ** 2 + (y + 1) ** 2);
  const values = bowl.map((value) => value - Math.min(...bowl));
  const levels = contourLevels(values);
  expect(levels.length).toBeGreaterThan(10);
  for (const level of levels) expect(level).toBe(Number(level.toPrecision(2)));
});

test('levels over a lowest loss of 0.6931 end at the digit that tells them apart from it', () => {
  const levels = contourLevels(gridOf((x, y) => Math.LN2 + 0.001 * (x * x + (y + 1) ** 2)));
  expect(levels.length).toBeGreaterThan(10);
  for (const level of levels) expect(String(level).length).toBeLessThanOrEqual('0.69312345'.length);
});

test('the levels of a plane do not crowd at its lowest edge', () => {
  const levels = contourLevels(gridOf((x) => x));
  // From the second column on: the first is the lowest loss.
  expect(levels[0]).toBeGreaterThan(-2 + CELL / 2);
  expect(levels.filter((level) => level > -1.5).length).toBeGreaterThan(levels.length / 2);
});
