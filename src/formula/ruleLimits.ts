import { FormulaError } from './errors';
import { print } from './print';
import type { Expression, SpecialName } from './syntax';

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
} as const;

/** What a function evaluates the problem for, given how many of its arguments, and as how many evaluations that counts. */
interface Evaluation {
  readonly of: string;
  readonly at: number;
  readonly count: number;
}

/** The gradient and the loss come together. */
const gradient: Evaluation = { of: 'gradient', at: 1, count: 1 };
const evaluations: Partial<Record<SpecialName, Evaluation>> = {
  grad: gradient,
  loss: gradient,
  hvp: { of: 'product', at: 2, count: 1 },
  diag_hessian: { of: 'diagonal', at: 1, count: 1 },
  solve_hessian: { of: 'hessian', at: 1, count: 4 },
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

/** Throws FormulaError, with the position of the first that is too much. */
export function checkRuleSize(lines: readonly { readonly expression: Expression }[]): void {
  let operations = 0;
  const points = new Map<string, number>();
  const count = (expression: Expression): void => {
    if (expression.kind === 'number' || expression.kind === 'name') return;
    operations += expression.kind === 'special' ? (weights[expression.name] ?? 1) : 1;
    if (operations > ruleLimits.operations)
      throw new FormulaError('tooManyOperations', expression.at, expression.length, { max: ruleLimits.operations });
    const evaluated = expression.kind === 'special' ? evaluations[expression.name] : undefined;
    if (evaluated !== undefined) {
      points.set([evaluated.of, ...expression.args.slice(0, evaluated.at).map(print)].join(), evaluated.count);
      if ([...points.values()].reduce((sum, count) => sum + count) > ruleLimits.points)
        throw new FormulaError('tooManyPoints', expression.at, expression.length, { max: ruleLimits.points });
    }
    expression.args.forEach(count);
  };
  for (const { expression } of lines) count(expression);
}
