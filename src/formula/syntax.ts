import type { OperatorName } from './node';

/** A formula as a tree. `at` and `length` locate the text it was parsed from, in characters. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly at: number; readonly length: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number; readonly length: number }
  | {
      readonly kind: 'apply';
      readonly operator: OperatorName;
      readonly args: readonly Expression[];
      readonly at: number;
      readonly length: number;
    }
  /** Only in rules: what is computed from all parameters together, or from the problem. */
  | {
      readonly kind: 'special';
      readonly name: SpecialName;
      readonly args: readonly Expression[];
      readonly at: number;
      readonly length: number;
    };

/** Which turn of which loop a line is. */
export interface Turn {
  /** Number of the loop in the rule, from 0. */
  readonly loop: number;
  /** From 0. */
  readonly turn: number;
  readonly count: number;
}

/** A line of a rule; `turn` where it is in a loop. */
export interface RuleLine {
  readonly name: string;
  readonly expression: Expression;
  readonly turn?: Turn;
}

/**
 * Functions of rules over the matrices that parameters form (matrix.ts), with their arguments as the documentation calls
 * them.
 */
const matrixArguments = {
  matmul: 'a, b',
  transpose: 'a',
  identity: 'a',
  orthogonalize: 'a',
  matrix_power: 'a, p',
  orthonormal_basis: 'a',
  solve: 'a, b',
  rows: 'a',
  columns: 'a',
} as const;
export type MatrixFunction = keyof typeof matrixArguments;

/** Those of them that are of matrices of any shape; the others are of square matrices. */
const anyShape: ReadonlySet<MatrixFunction> = new Set(['orthogonalize', 'rows', 'columns']);
export const isOfAnyShape = (name: MatrixFunction): boolean => anyShape.has(name);

export const isMatrixFunction = (name: string): name is MatrixFunction => Object.hasOwn(matrixArguments, name);

/**
 * The functions that only rules have, with their arguments: the gradient and the loss at a point, the product of the
 * Hessian there with a vector, the Hessian's diagonal and its inverse times a vector, the nearest point of the problem's
 * domain, numbers over all parameters, and functions of matrices.
 */
export const specialArguments = {
  grad: 'p',
  loss: 'p',
  hvp: 'p, v',
  diag_hessian: 'p',
  solve_hessian: 'p, v',
  project: 'p',
  norm: 'v',
  sum: 'v',
  mean: 'v',
  dot: 'a, b',
  layerwise_norm: 'a',
  ...matrixArguments,
} as const;
export type SpecialName = keyof typeof specialArguments;
export const specialNames = Object.keys(specialArguments) as SpecialName[];

export const isSpecial = (name: string): name is SpecialName => Object.hasOwn(specialArguments, name);

/** How many arguments a function takes. */
export const specialArity = (name: SpecialName): number => specialArguments[name].split(',').length;

/** Those that no parameter or constant of a loss may be called either; the others came later and were allowed as names. */
export const specialsReservedInLosses: ReadonlySet<string> = new Set<SpecialName>(['grad', 'norm', 'project']);

/**
 * Names that a rule may read without declaring them, one number for each parameter: `noise` is a standard normal number,
 * new at every update; `free` is 1, or 0 for a frozen parameter.
 */
export const parameterInputNames = ['noise', 'free'] as const;

export const namedConstants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

export const MAX_LENGTH = 2000;
export const MAX_DEPTH = 100;

/** Whether a function that only rules have stands anywhere in it. */
export function hasSpecial(expression: Expression): boolean {
  return expression.kind === 'special' || (expression.kind === 'apply' && expression.args.some(hasSpecial));
}

/** Every name that a formula uses, in order of first use, named constants left out. */
export function freeNames(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === 'name') {
    if (!Object.hasOwn(namedConstants, expression.name)) found.add(expression.name);
  } else if (expression.kind !== 'number') for (const arg of expression.args) freeNames(arg, found);
  return found;
}

/** A name that stands in no text. */
export const nameNode = (name: string): Expression => ({ kind: 'name', name, at: 0, length: 0 });
