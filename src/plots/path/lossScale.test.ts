import { describe, expect, test } from 'vitest';
import { contourLevels } from '../../engine/view/contours';
import { textWidth } from '../kit/geometry/textWidth';
import { placeOnScale, scaleMarks } from './lossScale';

/** Rosenbrock's loss over [-2, 2] x [-1, 3]. */
const rosenbrock = Float32Array.from({ length: 128 * 128 }, (_, i) => {
  const [x, y] = [-2 + (4 * (i % 128)) / 127, -1 + (4 * Math.floor(i / 128)) / 127];
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
});
const levels = contourLevels(rosenbrock);
const REM = 16;

describe.each([45, 60, 90, 120, 200, 260])('a bar of %d pixels', (width) => {
  const marks = scaleMarks(levels, width, REM, 10);

  test('has its bands in order and equally wide', () => {
    const ends = [0, ...marks.map(({ at }) => at), width];
    for (let i = 1; i < ends.length; i += 1)
      expect((ends[i] ?? NaN) - (ends[i - 1] ?? NaN)).toBeCloseTo(width / (levels.length + 1), 9);
  });

  test('names at least two losses, exactly, and no label meets another', () => {
    const named = marks.flatMap(({ at, label }, i) => (label === null ? [] : [{ at, label, level: levels[i] }]));
    expect(named.length).toBeGreaterThanOrEqual(2);
    named.forEach(({ at, label, level }, i) => {
      if (/^[\d,.]+$/.test(label)) expect(Number(label)).toBe(level);
      const next = named[i + 1];
      const half = (text: string) => textWidth(text, 'tick', REM) / 2;
      if (next) expect(at + half(label)).toBeLessThan(next.at - half(next.label));
    });
  });

  test('leaves out as many strong contours between one label and the next as between others', () => {
    const named = marks.filter(({ isStrong }) => isStrong).flatMap(({ label }, k) => (label === null ? [] : [k]));
    const steps = named.slice(1).map((k, i) => k - (named[i] ?? NaN));
    expect(new Set(steps).size).toBe(1);
  });
});

test('a loss lies in the band whose contours enclose it', () => {
  const ascending = [1, 10, 100];
  const places = [0.5, 1, 5.5, 10, 99, 1e9].map((loss) => placeOnScale(loss, ascending, 400));
  expect(places).toEqual([50, 100, 150, 200, 298.8888888888889, 350]);
  expect(placeOnScale(NaN, ascending, 400)).toBeNull();
});
