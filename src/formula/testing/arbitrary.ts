import fc from 'fast-check';
import { operators, type Expression, type OperatorName } from '../index';
import { nameNode } from '../syntax';

/** What random formulas may consist of. */
export interface FormulaShape {
  /** The free names that they may use. */
  readonly names: readonly string[];
  /** The operators that they may use; by default all of them. */
  readonly operators?: readonly OperatorName[];
  /** Literals: never negative and always finite, as in the trees that the parser makes. */
  readonly numbers?: fc.Arbitrary<number>;
  /** Exponents of powers; by default any formula. */
  readonly exponent?: fc.Arbitrary<Expression>;
  /** The most operators between the root and a leaf. */
  readonly depth?: number;
}

export const operatorNames = Object.keys(operators) as OperatorName[];

/** Mostly a literal as a user would type it, sometimes any other. */
const literals = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.constantFrom(0.5, 0.25, 0.1, 0.999, 1e-8, 2.5e-7, 1.5, 100),
  fc.double({ min: 0, max: 1e3, noNaN: true }),
);

export const numberNode = (value: number): Expression => ({ kind: 'number', value, at: 0, length: 0 });
export const applyNode = (operator: OperatorName, ...args: Expression[]): Expression => ({
  kind: 'apply',
  operator,
  args,
  at: 0,
  length: 0,
});

/** Random formulas, as trees without positions. They shrink to smaller formulas. */
export function formulas(shape: FormulaShape): fc.Arbitrary<Expression> {
  const leaves = fc.oneof(
    { arbitrary: fc.constantFrom(...shape.names).map(nameNode), weight: 2 },
    { arbitrary: (shape.numbers ?? literals).map(numberNode), weight: 1 },
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: shape.depth ?? 4, depthSize: 'small' },
      leaves,
      ...(shape.operators ?? operatorNames).map((operator) => application(operator, tie('tree'), shape.exponent)),
    ),
  }));
  return tree;
}

function application(
  operator: OperatorName,
  tree: fc.Arbitrary<Expression>,
  exponent = tree,
): fc.Arbitrary<Expression> {
  const args = Array.from({ length: operators[operator].arity }, (_, i) =>
    operator === 'pow' && i === 1 ? exponent : tree,
  );
  return fc.tuple(...args).map((made) => applyNode(operator, ...made));
}

/** The tree without its positions in a text. */
export function withoutPositions(expression: Expression): Expression {
  switch (expression.kind) {
    case 'number':
      return numberNode(expression.value);
    case 'name':
      return nameNode(expression.name);
    case 'special':
      return { ...expression, args: expression.args.map(withoutPositions), at: 0, length: 0 };
    case 'apply':
      return applyNode(expression.operator, ...expression.args.map(withoutPositions));
  }
}
