import { describe, expect, it } from 'vitest';
import { outlines } from './outlines';

const polygons = Object.entries(outlines).filter(([marker]) => marker !== 'circle' && marker !== 'ring');

const cornersOf = (outline: string): [number, number][] =>
  outline
    .slice(1, -1)
    .split('L')
    .map((corner) => {
      const [x = NaN, y = NaN] = corner.split(',').map(Number);
      return [x, y];
    });

/** Even-odd rule: how often a ray to the right meets the outline. */
function covers(corners: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  corners.forEach(([x0, y0], i) => {
    const [x1, y1] = corners[(i + 1) % corners.length] ?? [NaN, NaN];
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  });
  return inside;
}

describe('outlines', () => {
  it.each(polygons)('the %s covers as much as a circle of its radius, by counting a fine grid', (_, outline) => {
    const corners = cornersOf(outline(10));
    let count = 0;
    for (let x = -24.95; x < 25; x += 0.1) for (let y = -24.95; y < 25; y += 0.1) if (covers(corners, x, y)) count++;
    // A row of the grid along a straight side may fall on either side of it.
    expect(Math.abs((count * 0.01) / (Math.PI * 100) - 1)).toBeLessThan(0.02);
  });

  it('differ, apart from the ring, which is a hollow circle', () => {
    expect(new Set(Object.values(outlines).map((outline) => outline(5))).size).toBe(7);
    expect(outlines.ring(5)).toBe(outlines.circle(5));
  });
});
