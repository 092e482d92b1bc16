import { expect, test } from 'vitest';
import golden from '../testing/lbfgs.json' with { type: 'json' };
import { twoLoops } from './lbfgs';
import { dot, minus, norm } from './vectors';

/** Below this product of a step and the change of the gradient, torch keeps no pair. */
const TORCHS_LEAST = 1e-10;

test.each(golden.cases.map((one) => [one.problem, one.memory, one.search ?? 'no search', one] as const))(
  'from the points of torch.optim.LBFGS on %s, with %i pairs and %s, the direction is torch’s',
  (_, __, ___, { memory, points, gradients, directions }) => {
    expect(directions.length).toBeGreaterThan(6);
    directions.forEach((direction, k) => {
      const [point, gradient] = [points[k] ?? [], gradients[k] ?? []];
      const pairs = points
        .slice(0, k)
        .map((before, i) => ({
          s: minus(points[i + 1] ?? [], before),
          y: minus(gradients[i + 1] ?? [], gradients[i] ?? []),
        }))
        .filter(({ s, y }) => dot(s, y) > TORCHS_LEAST)
        .slice(-memory);
      const ours = twoLoops(pairs, gradient).map((x) => -x);
      expect([point, norm(minus(ours, direction)) / norm(direction)]).toEqual([point, expect.closeTo(0, 8)]);
    });
  },
);

test('the history counts: a search has made torch turn away from the gradient', () => {
  for (const { directions, gradients } of golden.cases)
    expect(
      norm(
        minus(
          directions.at(-1) ?? [],
          (gradients.at(-1) ?? []).map((x) => -x),
        ),
      ),
    ).toBeGreaterThan(0.1 * norm(gradients.at(-1) ?? []));
});
