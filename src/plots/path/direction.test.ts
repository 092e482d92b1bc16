import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleOfDegrees, angleTowards, degreesOf, perUnitOf, towards, unitVector } from './direction';
import { linearScale } from '../kit/geometry/scale';

const x = linearScale([-2, 2], [0, 400]);
const y = linearScale([0, 10], [300, 0]);
const perUnit = perUnitOf(x, y);

describe('directions on a plot', () => {
  it('point where a step along them goes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -179, max: 180 }), (degrees) => {
        const { x: dx, y: dy } = unitVector((degrees * Math.PI) / 180);
        const [from, to] = [
          { x: x(0.5), y: y(4) },
          { x: x(0.5 + dx), y: y(4 + dy) },
        ];
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        const direction = towards({ x: dx, y: dy }, perUnit);
        expect(direction?.x).toBeCloseTo((to.x - from.x) / length, 9);
        expect(direction?.y).toBeCloseTo((to.y - from.y) / length, 9);
        expect(degreesOf(angleTowards(from, to, perUnit))).toBe(degrees);
      }),
    );
  });

  it('do not overflow and are none where there is no gradient', () => {
    expect(towards({ x: 3e200, y: 0 }, perUnit)).toMatchObject({ x: 1 });
    expect(towards({ x: 0, y: -1e-200 }, perUnit)).toMatchObject({ y: 1 });
    for (const none of [
      { x: 0, y: 0 },
      { x: NaN, y: 1 },
      { x: Infinity, y: 1 },
    ])
      expect(towards(none, perUnit)).toBeNull();
  });

  it('turn on past half a circle', () => {
    expect([180, 181, 185, -179, -180, -185, 540].map((degrees) => degreesOf(angleOfDegrees(degrees)))).toEqual([
      180, -179, -175, -179, 180, 175, 180,
    ]);
  });
});
