import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodesOf, predict } from './predict';

const line = { parameters: ['w1', 'w2', 'b'], columns: ['x1', 'x2', 'y'], prediction: 'w1*x1 + w2*x2 + b' };
/** A network of two hidden units, as a formula and as arrays of weights. */
const network = {
  parameters: ['u1', 'u2', 'c1', 'c2', 'v1', 'v2', 'd'],
  columns: ['x', 'y'],
  prediction: 'v1*tanh(u1*x + c1) + v2*tanh(u2*x + c2) + d',
};
const number = fc.double({ min: -3, max: 3, noNaN: true });

describe('predictions', () => {
  it('of a network are those of a loop over its units', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 7, maxLength: 7 }),
        fc.array(number, { minLength: 1, maxLength: 9 }),
        (point, xs) => {
          const [u1 = 0, u2 = 0, c1 = 0, c2 = 0, v1 = 0, v2 = 0, d = 0] = point;
          const units = [
            [u1, c1, v1],
            [u2, c2, v2],
          ] as const;
          const known = xs.map((x) => units.reduce((sum, [u, c, v]) => sum + v * Math.tanh(u * x + c), d));
          const { values } = predict(network, [point, point.map((p) => -p)], {
            kind: 'samples',
            features: [Float64Array.from(xs)],
          });
          known.forEach((value, i) => expect(values[0]?.[i]).toBeCloseTo(value, 12));
          expect(values).toHaveLength(2);
        },
      ),
    );
  });

  it('over a grid are those of its nodes, the first range running fastest, ends included', () => {
    const { values } = predict(line, [[1, 10, 100]], {
      kind: 'grid',
      ranges: [
        [0, 2],
        [-1, 1],
      ],
      count: 3,
    });
    expect(Array.from(values[0] ?? [])).toEqual([90, 91, 92, 100, 101, 102, 110, 111, 112]);
  });

  it('along one feature hold the others at 0', () => {
    const { values } = predict(
      line,
      [
        [1, 10, 100],
        [0, 0, 7],
      ],
      { kind: 'grid', ranges: [null, [0, 2]], count: 3 },
    );
    expect(values.map((of) => Array.from(of))).toEqual([
      [100, 110, 120],
      [7, 7, 7],
    ]);
  });

  it('have contours where they cross a level', () => {
    const { bands } = predict(line, [[1, 0, 0]], {
      kind: 'grid',
      ranges: [
        [-2, 2],
        [5, 9],
      ],
      count: 33,
      levels: [-0.5, 0.5],
    });
    expect(bands.map(({ level }) => level)).toEqual([-0.5, 0.5]);
    // The area is where x1 is at least the level: its leftmost points lie on it, up and down the whole range.
    const ring = Array.from(bands[1]?.rings[0] ?? []);
    const [xs, ys] = [ring.filter((_, i) => i % 2 === 0), ring.filter((_, i) => i % 2 === 1)];
    expect(Math.min(...xs)).toBeCloseTo(0.5, 5);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(3.9);
  });

  it('cover every node of any number of ranges', () => {
    expect(nodesOf({ kind: 'grid', ranges: [[0, 1], null, [0, 1]], count: 4 }).map((nodes) => nodes.length)).toEqual([
      16, 16, 16,
    ]);
  });
});
