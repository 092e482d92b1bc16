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
   * of its diagonal.
   */
  points: 8,
} as const;

/** What an evaluation of the problem gives; the gradient and the loss come together. */
const evaluations: Partial<Record<SpecialName, string>> = {
  grad: 'gradient',
  loss: 'gradient',
  hvp: 'product',
  diag_hessian: 'diagonal',
};

/**
 * Functions that count as more than one operation. Of a matrix of eight rows and columns, a product is a thousand operations on numbers,
 * a basis two thousand, an orthogonalization twelve thousand, and a power twenty thousand.
 */
const weights: Readonly<Partial<Record<SpecialName, number>>> = {
  matmul: 4,
  orthonormal_basis: 8,
  orthogonalize: 40,
  matrix_power: 60,
};

/** Throws FormulaError, with the position of the first that is too much. */
export function checkRuleSize(lines: readonly { readonly expression: Expression }[]): void {
  let operations = 0;
  const points = new Set<string>();
  const count = (expression: Expression): void => {
    if (expression.kind === 'number' || expression.kind === 'name') return;
    operations += expression.kind === 'special' ? (weights[expression.name] ?? 1) : 1;
    if (operations > ruleLimits.operations)
      throw new FormulaError('tooManyOperations', expression.at, expression.length, { max: ruleLimits.operations });
    const evaluated = expression.kind === 'special' ? evaluations[expression.name] : undefined;
    if (evaluated !== undefined) {
      points.add([evaluated, ...expression.args.map(print)].join());
      if (points.size > ruleLimits.points)
        throw new FormulaError('tooManyPoints', expression.at, expression.length, { max: ruleLimits.points });
    }
    expression.args.forEach(count);
  };
  for (const { expression } of lines) count(expression);
}
