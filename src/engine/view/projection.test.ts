import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshExperiment } from '../../experiment/core/defaults';
import { openCpu } from '../gpu/device';
import { registerKernels } from '../gpu/kernels';
import { landscapeOn } from '../gpu/landscape';
import { planProblem } from '../plan/plan';
import { planOnData } from '../testing/experiments';
import { fieldOver } from '../float64/probe';
import { componentAlong, coordinateAlong, withCoordinates, pointOnPlane, vectorAlong } from './projection';
import { LossEvaluator } from '../loss/evaluator';
import type { Direction, View } from './types';

const number = fc.double({ min: -10, max: 10, noNaN: true });
const vector = (n: number) => fc.array(number, { minLength: n, maxLength: n });
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const unit = (a: readonly number[]) => a.map((x) => x / Math.hypot(...a));

/** Two directions at right angles through a point, by Gram and Schmidt. */
const directions = (n: number): fc.Arbitrary<readonly [Direction, Direction]> =>
  // Numbers too small to be divided exactly have no direction.
  fc
    .tuple(
      vector(n).filter((a) => Math.hypot(...a) > 0.1),
      vector(n),
      vector(n),
    )
    .map(([a, b, centre]) => {
      const u = unit(a);
      const across = b.map((x, i) => x - dot(b, u) * (u[i] as number));
      return { u, across, centre };
    })
    .filter(({ across }) => Math.hypot(...across) > 0.1)
    .map(({ u, across, centre }) => [
      { unit: u, centre, share: 0.6 },
      { unit: unit(across), centre, share: 0.3 },
    ]);

const viewOf = (n: number): fc.Arbitrary<View> =>
  fc
    .tuple(
      fc.oneof(
        directions(n).map((axes) => ({ kind: 'principal', axes }) as const),
        fc.constantFrom([0, 1] as const, [2, 0] as const).map((axes) => ({ kind: 'plane', axes }) as const),
      ),
      vector(n),
    )
    .map(([along, held]) => ({ ...along, held, x: [-1, 1], y: [-1, 1] }));

const anyView = fc.integer({ min: 3, max: 40 }).chain(viewOf);

describe('coordinates of a view and points of parameter space', () => {
  it('coordinates are recovered from their point', () => {
    fc.assert(
      fc.property(anyView, number, number, (view, x, y) => {
        const point = pointOnPlane(view, x, y);
        expect(coordinateAlong(view.axes[0], point)).toBeCloseTo(x, 9);
        expect(coordinateAlong(view.axes[1] ?? NaN, point)).toBeCloseTo(y, 9);
      }),
    );
  });

  it('the held point has its own coordinates', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const [x, y] = view.axes.map((axis) => coordinateAlong(axis, view.held));
        pointOnPlane(view, x as number, y as number).forEach((value, i) =>
          expect(value).toBeCloseTo(view.held[i] as number, 9),
        );
      }),
    );
  });

  it('a point moves as far as its coordinates, and stays in its plane', () => {
    fc.assert(
      fc.property(anyView, number, number, (view, x, y) => {
        const by = pointOnPlane(view, x, y).map((value, i) => value - (view.held[i] as number));
        const along = view.axes.map((axis) => componentAlong(axis, by));
        expect(Math.hypot(...by)).toBeCloseTo(Math.hypot(...along), 7);
      }),
    );
  });

  it('reads rows of a trace as it reads points, and its vectors are of length 1', () => {
    fc.assert(
      fc.property(viewOf(5), vector(5), ({ axes }, point) => {
        for (const axis of axes) {
          expect(coordinateAlong(axis, [9, 9, 9, 9, 9, ...point], 5)).toBe(coordinateAlong(axis, point));
          expect(Math.hypot(...vectorAlong(axis, 5))).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('keeps a coordinate that is not specified', () => {
    expect(withCoordinates([1, 2, 3], [2, 0], [7])).toEqual([1, 2, 7]);
  });
});

describe('the loss and its gradient over a plane across three parameters', () => {
  registerKernels();
  const experiment = freshExperiment({
    kind: 'data',
    id: 'linear-regression',
    settings: { samples: 50, weight1: 2, weight2: -3.4, bias: 4.2, noise: 0.5 },
  });
  const centre = [0.5, -1, 2];
  const axes = [
    { unit: [2 / 3, -2 / 3, 1 / 3], centre, share: 0.7 },
    { unit: [1 / 3, 2 / 3, 2 / 3], centre, share: 0.2 },
  ] as const;
  const view: View = { kind: 'principal', axes, x: [-3, 2], y: [-1, 4], held: [1, 1, 1] };
  const evaluator = new LossEvaluator(planProblem(experiment), 'float64');
  /** The mean of half the squared errors, written out. */
  const lossAt = ([w1 = 0, w2 = 0, b = 0]: readonly number[]) => {
    const [x1 = [], x2 = [], target = []] = planOnData(experiment).data.columns.map((column) => Array.from(column));
    return (
      x1.reduce((sum, x, i) => sum + 0.5 * (w1 * x + w2 * (x2[i] as number) + b - (target[i] as number)) ** 2, 0) /
      x1.length
    );
  };
  /** The point at a position by hand: the plane goes through what is held, at its distance from the centre across the plane. */
  const pointAt = (x: number, y: number) => {
    const off = view.held.map((value, i) => value - (centre[i] as number));
    const inPlane = [dot(off, axes[0].unit), dot(off, axes[1].unit)] as const;
    return view.held.map(
      (value, i) =>
        value + (x - inPlane[0]) * (axes[0].unit[i] as number) + (y - inPlane[1]) * (axes[1].unit[i] as number),
    );
  };

  it('is the loss at the points of the view', () => {
    const { width, height, values } = landscapeOn(openCpu(), experiment, view);
    for (const [column, row] of [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
      [17, 90],
      [64, 33],
    ] as const) {
      const point = pointAt(-3 + (5 * column) / (width - 1), -1 + (5 * row) / (height - 1));
      expect((values[row * width + column] as number) / lossAt(point)).toBeCloseTo(1, 4);
      expect(evaluator.lossAt(point) / lossAt(point)).toBeCloseTo(1, 10);
    }
  });

  it('has the slopes that differences of the loss show', () => {
    const { x, y } = fieldOver(planProblem(experiment), view, 3, 3);
    const h = 1e-5;
    [-1, 1.5, 4].forEach((up, row) =>
      [-3, -0.5, 2].forEach((across, column) => {
        const node = row * 3 + column;
        expect(x[node]).toBeCloseTo((lossAt(pointAt(across + h, up)) - lossAt(pointAt(across - h, up))) / (2 * h), 5);
        expect(y[node]).toBeCloseTo((lossAt(pointAt(across, up + h)) - lossAt(pointAt(across, up - h))) / (2 * h), 5);
      }),
    );
  });
});
