import type { Algorithm, Objective, Trial, Vector } from './types';
import { minus, largest, plus, times } from './vectors';
import { setting } from './setting';

interface Corner {
  readonly point: Vector;
  readonly loss: number;
}

type Move = NonNullable<Trial['move']>;

/** Lowest first; of equal ones the one that was lower before. A loss that is no number is the highest. */
const sorted = (simplex: readonly Corner[]): Corner[] =>
  simplex.toSorted((a, b) => (a.loss < b.loss ? -1 : a.loss > b.loss ? 1 : 0));

/** The corners of the first simplex: the start, and from it one step along every axis. */
const cornersAround = (start: Vector, edge: number): Vector[] => [
  start,
  ...start.map((_, i) => start.map((x, j) => (i === j ? x + edge : x))),
];

/** One iteration: what it tried, and the corners after it. */
class SimplexIteration {
  readonly trials: Trial[] = [];

  constructor(
    private readonly objective: Objective,
    private readonly simplex: readonly Corner[],
  ) {}

  /** Algorithm "One step of Nelder-Mead simplex" of section 9.5, with its coefficients 1, 2, 1/2 and 1/2. */
  run(): Corner[] {
    const { simplex } = this;
    const [best, worst] = [simplex[0] as Corner, simplex.at(-1) as Corner];
    const second = simplex.at(-2) as Corner;
    const reflected = this.tried(1, 'reflect');
    if (reflected.loss < best.loss) {
      const expanded = this.tried(2, 'expand');
      return this.replaced(expanded.loss < reflected.loss ? expanded : reflected);
    }
    if (reflected.loss < second.loss) return this.replaced(reflected);
    if (reflected.loss < worst.loss) {
      const outside = this.tried(0.5, 'outside');
      return outside.loss <= reflected.loss ? this.replaced(outside) : this.shrunk(best);
    }
    const inside = this.tried(-0.5, 'inside');
    return inside.loss < worst.loss ? this.replaced(inside) : this.shrunk(best);
  }

  /** The point at (1 + t) centre - t worst, the centre being that of all corners but the worst. */
  private tried(t: number, move: Move): Corner {
    const { simplex } = this;
    const worst = simplex.at(-1) as Corner;
    const others = simplex.slice(0, -1);
    const sum = others
      .slice(1)
      .reduce<Vector>((total, { point }) => plus(total, 1, point), (others[0] as Corner).point);
    const centre = sum.map((x) => x / others.length);
    return this.at(plus(times(1 + t, centre), -t, worst.point), move);
  }

  private at(point: Vector, move: Move): Corner {
    const value = this.objective.value(point);
    const loss = Number.isNaN(value) ? Infinity : value;
    this.trials.push({ point, loss, move, verdict: 'notBest' });
    return { point, loss };
  }

  private replaced(by: Corner): Corner[] {
    this.take(by);
    return sorted([...this.simplex.slice(0, -1), by]);
  }

  /** All corners halfway to the best one. */
  private shrunk(best: Corner): Corner[] {
    const moved = this.simplex
      .slice(1)
      .map(({ point }) => this.at(plus(best.point, 0.5, minus(point, best.point)), 'shrink'));
    for (const corner of moved) this.take(corner);
    return sorted([best, ...moved]);
  }

  private take({ point }: Corner): void {
    const index = this.trials.findIndex((trial) => trial.point === point);
    const trial = this.trials[index];
    if (trial) this.trials[index] = { ...trial, verdict: 'accepted' };
  }
}

/** Whether the corners and their losses are all within the tolerance of the best one's. */
const isWithin = ([best, ...others]: readonly Corner[], tol: number): boolean =>
  best !== undefined &&
  others.every(({ point, loss }) => largest(minus(point, best.point)) <= tol && Math.abs(best.loss - loss) <= tol);

/**
 * The simplex method of Nelder and Mead, which reads no gradient: Nocedal & Wright, Numerical Optimization (2nd ed.), section
 * 9.5, in the same steps as scipy. Its point is the best corner.
 */
export const nelderMead: Algorithm = function* (objective, start, hyper) {
  const [edge, tol] = [setting(hyper, 'edge'), setting(hyper, 'tol')];
  const corners = cornersAround(start, edge).map((point): Corner => {
    const value = objective.value(point);
    return { point, loss: Number.isNaN(value) ? Infinity : value };
  });
  if (!Number.isFinite(corners[0]?.loss)) {
    yield { point: start, trials: [] };
    return 'undefined';
  }
  const trials = corners.map((corner): Trial => ({ ...corner, move: 'corner', verdict: 'accepted' }));
  yield { point: start, trials, simplex: corners.map(({ point }) => point) };
  let simplex = sorted(corners);
  while (!isWithin(simplex, tol)) {
    const iteration = new SimplexIteration(objective, simplex);
    simplex = iteration.run();
    yield {
      point: (simplex[0] as Corner).point,
      trials: iteration.trials,
      simplex: simplex.map(({ point }) => point),
    };
  }
  return 'simplex';
};
