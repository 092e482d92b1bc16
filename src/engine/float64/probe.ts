import { hessianAt } from '../loss/newton';
import { componentAlong, pointOnPlane } from '../view/projection';
import { LossEvaluator, type Precision } from '../loss/evaluator';
import type { LossSource } from '../loss/source';
import type { View } from '../view/types';

const differenceSchemes = ['forward', 'central'] as const;
export type DifferenceScheme = (typeof differenceSchemes)[number];

/** Finite differences along a direction by one scheme in one precision, at every step of `differenceSteps`. */
export interface Differences {
  readonly scheme: DifferenceScheme;
  readonly precision: Precision;
  readonly steps: readonly number[];
  /** The derivative by each step. */
  readonly values: readonly number[];
  /** |value - exact|, where the exact derivative is the gradient's in float64. */
  readonly errors: readonly number[];
}

/** The full loss around one point; all exact in float64 except the finite differences. */
export interface ProbeReport {
  readonly point: readonly number[];
  readonly loss: number;
  /** One number per parameter. */
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  /** D_u f = gradient . u, where u is the requested unit vector. */
  readonly slope: number;
  readonly differences: readonly Differences[];
  /** One step of plain gradient descent from here. */
  readonly step: DescentStep;
}

interface DescentStep {
  readonly lr: number;
  readonly to: readonly number[];
  /** The first-order prediction: f - lr |grad f|^2. */
  readonly predicted: number;
  /** The loss at `to`. */
  readonly actual: number;
}

/** Steps of the differences: 1e-1, 1e-2 ... 1e-14. */
export const differenceSteps: readonly number[] = Array.from({ length: 14 }, (_, i) => Number(`1e-${i + 1}`));

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/**
 * Loss, gradient, Hessian and finite differences at one point.
 * @param direction unit vector, one number per parameter
 * @param lr rate of the step of gradient descent
 */
export function probeAt(
  plan: LossSource,
  point: readonly number[],
  direction: readonly number[],
  lr: number,
): ProbeReport {
  const evaluator = new LossEvaluator(plan, 'float64');
  const loss = evaluator.lossAt(point);
  const gradient = Array.from(evaluator.fullGradient(point));
  const slope = dot(gradient, direction);
  const to = point.map((x, i) => x - lr * (gradient[i] as number));
  return {
    point,
    loss,
    gradient,
    slope,
    hessian: hessianAt(plan, point),
    differences: (['float64', 'float32'] as const).flatMap((precision) =>
      differenceSchemes.map((scheme) => differencesOf(plan, point, direction, slope, precision, scheme)),
    ),
    step: { lr, to, predicted: loss - lr * dot(gradient, gradient), actual: evaluator.lossAt(to) },
  };
}

/** Forward: (f(p + h u) - f(p)) / h. Central: (f(p + h u) - f(p - h u)) / 2h. Every operation is rounded to the precision. */
function differencesOf(
  plan: LossSource,
  point: readonly number[],
  direction: readonly number[],
  exact: number,
  precision: Precision,
  scheme: DifferenceScheme,
): Differences {
  const evaluator = new LossEvaluator(plan, precision);
  const round = precision === 'float32' ? Math.fround : (x: number) => x;
  const along = (h: number) =>
    evaluator.lossAt(point.map((x, i) => round(round(x) + round(round(h) * round(direction[i] as number)))));
  const values = differenceSteps.map((h) => {
    const [ahead, behind, width] =
      scheme === 'forward' ? [along(h), along(0), round(h)] : [along(h), along(-h), round(2 * round(h))];
    return round(round(round(ahead) - round(behind)) / width);
  });
  return { scheme, precision, steps: differenceSteps, values, errors: values.map((value) => Math.abs(value - exact)) };
}

/** The gradient on a grid over two axes of a view, nodes at the ends of both ranges. */
export interface FieldReport {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  /** height x width, row 0 at view.y[0]: the derivatives along the first and the second axis. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Throws RangeError for a view of one axis. */
export function fieldOver(plan: LossSource, view: View, width: number, height: number): FieldReport {
  const [first, second] = view.axes;
  if (second === undefined) throw new RangeError('a field needs two axes');
  const evaluator = new LossEvaluator(plan, 'float64');
  const [x, y] = [new Float64Array(width * height), new Float64Array(width * height)];
  const at = ([low, high]: readonly [number, number], index: number, count: number) =>
    low + ((high - low) * index) / (count - 1);
  for (let node = 0; node < width * height; node += 1) {
    const gradient = evaluator.fullGradient(
      pointOnPlane(view, at(view.x, node % width, width), at(view.y, Math.floor(node / width), height)),
    );
    x[node] = componentAlong(first, gradient);
    y[node] = componentAlong(second, gradient);
  }
  return { view, width, height, x, y };
}
