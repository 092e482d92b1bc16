import fc from 'fast-check';
import { operators, type Expression, type OperatorName } from '../index';

/** What random formulas are made of. */
export interface FormulaShape {
  /** The free names that may stand in them. */
  readonly names: readonly string[];
  /** The operators that may stand in them; without it, the whole table. */
  readonly operators?: readonly OperatorName[];
  /** Never negative and always finite, as in the parser's own trees. */
  readonly numbers?: fc.Arbitrary<number>;
  /** What a power is raised to; without it, any formula. */
  readonly exponent?: fc.Arbitrary<Expression>;
  /** Levels of operators above a leaf. */
  readonly depth?: number;
}

export const operatorNames = Object.keys(operators) as OperatorName[];

/** A literal as a person would type it, and now and then any other. */
const literals = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.constantFrom(0.5, 0.25, 0.1, 0.999, 1e-8, 2.5e-7, 1.5, 100),
  fc.double({ min: 0, max: 1e3, noNaN: true }),
);

export const numberNode = (value: number): Expression => ({ kind: 'number', value, at: 0, length: 0 });
export const nameNode = (name: string): Expression => ({ kind: 'name', name, at: 0, length: 0 });
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

/** The tree without the marks of the text it was read from. */
export function withoutPositions(expression: Expression): Expression {
  switch (expression.kind) {
    case 'number':
      return numberNode(expression.value);
    case 'name':
      return nameNode(expression.name);
    case 'special':
      return { ...expression, arg: withoutPositions(expression.arg), at: 0, length: 0 };
    case 'apply':
      return applyNode(expression.operator, ...expression.args.map(withoutPositions));
  }
}
