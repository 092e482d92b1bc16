import type { LossEvaluator } from '../loss/evaluator';

type Point = readonly number[];

/** Halvings of the poll's step: from a hundredth of the view to the last digits. */
const HALVINGS = 44;
/** Rounds of polls at one step. */
const MOST_ROUNDS = 8;
/** Distances, as shares of the view, at which the loss must be higher than at a tip. */
const BESIDE = [1e-3, 1e-4, 1e-5];
/** At a kink, the rise at a tenth of a distance is a tenth of the rise or more, up to this factor; in a bowl a hundredth. */
const STRAIGHT = 0.5;
/** A tip is moved to numbers of fewer digits if the loss there is no higher. */
const DIGITS = 9;

/**
 * The minimum at a kink or a cone near a point, such as that of abs(x) + y^2; null if there is none. A way down by gradients
 * ends anywhere along a kink, so that the axes are polled on from there (compass search).
 * @param width the widest range of the view
 */
export function tipNear(loss: LossEvaluator, from: Point, width: number): Point | null {
  const point = rounded(loss, polled(loss, from, width / 100), width);
  return isTip(loss, point, width) ? point : null;
}

const moved = (point: Point, i: number, by: number): Point => point.with(i, (point[i] as number) + by);

function polled(loss: LossEvaluator, from: Point, first: number): Point {
  let point = from;
  let value = loss.lossAt(point);
  for (let halving = 0, step = first; halving < HALVINGS; halving += 1, step /= 2) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = value;
      for (let i = 0; i < point.length; i += 1) {
        for (const by of [step, -step]) {
          const next = moved(point, i, by);
          const there = loss.lossAt(next);
          if (there < value) [point, value] = [next, there];
        }
      }
      if (value === before) break;
    }
  }
  return point;
}

function rounded(loss: LossEvaluator, point: Point, width: number): Point {
  const unit = width * 10 ** -DIGITS;
  const digits = Math.max(0, Math.ceil(-Math.log10(unit)));
  const near = point.map((x) => Number(x.toFixed(Math.min(digits, 20))) + 0);
  return loss.lossAt(near) <= loss.lossAt(point) ? near : point;
}

/** Whether the loss is higher all around, and along an axis on both sides by more than that of any bowl. */
function isTip(loss: LossEvaluator, point: Point, width: number): boolean {
  const here = loss.lossAt(point);
  if (!Number.isFinite(here)) return false;
  const rise = (direction: Point, share: number): number =>
    loss.lossAt(point.map((x, i) => x + share * width * (direction[i] as number))) - here;
  const axes = point.map((_, i) => point.map((__, k) => Number(i === k)));
  const around = [...axes, ...diagonals(point.length)].flatMap((way) => [way, way.map((x) => -x)]);
  const isLowest = around.every((way) => BESIDE.every((share) => rise(way, share) > 0));
  const isSteep = (way: Point) => rise(way, 1e-5) >= 0.1 * STRAIGHT * rise(way, 1e-4);
  return isLowest && axes.some((way) => isSteep(way) && isSteep(way.map((x) => -x)));
}

/** Directions between the axes: each axis with the next, both ways. */
const diagonals = (n: number): Point[] =>
  Array.from({ length: Math.max(0, n - 1) }, (_, i) => i).flatMap((i) =>
    [1, -1].map((sign) =>
      Array.from({ length: n }, (_, k) => (k === i ? Math.SQRT1_2 : k === i + 1 ? sign * Math.SQRT1_2 : 0)),
    ),
  );
