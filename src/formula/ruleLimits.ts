import { FormulaError } from './errors';
import { print } from './print';
import type { Expression, RuleLine, SpecialName } from './syntax';

/** The most that a rule may have, so that it compiles and runs in bounded time for any number of parameters. */
export const ruleLimits = {
  /** Characters of a name. */
  name: 24,
  hyperparameters: 24,
  states: 12,
  /** Operations in all lines together; Adam has about 30. A product of matrices counts as several (`weights`). */
  operations: 250,
  /**
   * Evaluations of the problem in an update: of the gradient and the loss at a point, of the Hessian's product with a vector, and
   * of its diagonal. A Hessian that is solved counts as four: it is as many products as there are parameters.
   */
  points: 8,
  /** Turns of a loop. */
  repeats: 20,
  /** Operations and evaluations of all turns of all loops together, which count by themselves. */
  operationsInLoops: 500,
  pointsInLoops: 40,
} as const;

/**
 * What a function evaluates the problem for, given how many of its arguments, and as how many evaluations that counts. The gradient and
 * the loss come together.
 */
const evaluations: Partial<Record<SpecialName, readonly [of: string, args: number, count: number]>> = {
  grad: ['gradient', 1, 1],
  loss: ['gradient', 1, 1],
  hvp: ['product', 2, 1],
  diag_hessian: ['diagonal', 1, 1],
  solve_hessian: ['hessian', 1, 4],
};

/**
 * Functions that count as more than one operation. Of a matrix of eight rows and columns, a product is a thousand operations on numbers,
 * a basis and the solution of a system two thousand, an orthogonalization twelve thousand, and a power twenty thousand. A system of a
 * Hessian has up to sixteen rows, which are seven thousand.
 */
const weights: Readonly<Partial<Record<SpecialName, number>>> = {
  matmul: 4,
  orthonormal_basis: 8,
  solve: 8,
  solve_hessian: 25,
  orthogonalize: 40,
  matrix_power: 60,
};

/** What has been counted, outside of loops or inside of them. */
interface Count {
  operations: number;
  readonly points: Map<string, number>;
  readonly most: readonly [operations: number, points: number];
}

const countTo = (...most: Count['most']): Count => ({ operations: 0, points: new Map(), most });

/** Throws FormulaError, with the position of the first that is too much. */
export function checkRuleSize(lines: readonly RuleLine[]): void {
  const outside = countTo(ruleLimits.operations, ruleLimits.points);
  const inside = countTo(ruleLimits.operationsInLoops, ruleLimits.pointsInLoops);
  for (const { expression, turn } of lines) addTo(turn ? inside : outside, expression, `${turn?.loop} ${turn?.turn}`);
}

function addTo(count: Count, expression: Expression, turn: string): void {
  if (expression.kind === 'number' || expression.kind === 'name') return;
  const { at, length, args } = expression;
  const [operations, points] = count.most;
  const [weight, evaluated] =
    expression.kind === 'special' ? [weights[expression.name] ?? 1, evaluations[expression.name]] : [1];
  count.operations += weight;
  if (count.operations > operations) throw new FormulaError('tooManyOperations', at, length, { max: operations });
  if (evaluated) {
    const [of, given, counts] = evaluated;
    count.points.set([turn, of, ...args.slice(0, given).map(print)].join(), counts);
    if ([...count.points.values()].reduce((sum, one) => sum + one) > points)
      throw new FormulaError('tooManyPoints', at, length, { max: points });
  }
  for (const arg of args) addTo(count, arg, turn);
}
