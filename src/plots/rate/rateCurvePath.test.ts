import { expect, it } from 'vitest';
import { rateCurvePath } from './rateCurvePath';

const pointsOf = (path: string) =>
  path
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number));

it('draws every rate of a short run, from the highest at the top to the lowest at the bottom', () => {
  const picture = rateCurvePath(Float64Array.of(0.1, 0.3, 0.2), 3, 100, 40);
  expect(picture).toMatchObject({ first: 0.1, last: 0.2, range: [0.1, 0.3] });
  expect(pointsOf(picture?.path ?? '')).toEqual([
    [0, 40],
    [50, 0],
    [100, 20],
  ]);
  expect(picture?.positionOf(1)).toEqual([50, 0]);
});

it('leaves room for rates that are still to come', () => {
  const picture = rateCurvePath(Float64Array.of(1, 2), 5, 100, 40);
  expect(pointsOf(picture?.path ?? '')).toEqual([
    [0, 40],
    [25, 0],
  ]);
});

it('keeps the drops of a long run, with far fewer points', () => {
  const rates = Float64Array.from({ length: 20_000 }, (_, k) => (k < 12_345 ? 1 : 0.1));
  const points = pointsOf(rateCurvePath(rates, 20_000, 240, 40)?.path ?? '');
  expect(points.length).toBeLessThan(1000);
  expect(points.every(([x = Number.NaN, y]) => y === (x <= (240 * 12_344.5) / 19_999 ? 0 : 40))).toBe(true);
});

it('is a line in the middle for one rate, and nothing for none', () => {
  expect(pointsOf(rateCurvePath(Float64Array.of(0.1, 0.1), 2, 100, 40)?.path ?? '').map(([, y]) => y)).toEqual([
    20, 20,
  ]);
  expect(rateCurvePath(new Float64Array(0), 5, 100, 40)).toBeNull();
});
