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
  /** Only in rules: the gradient at a point, the norm of a vector, the nearest point of the problem's domain. */
  | {
      readonly kind: 'special';
      readonly name: SpecialName;
      readonly arg: Expression;
      readonly at: number;
      readonly length: number;
    };

export const specialNames = ['grad', 'norm', 'project'] as const;
export type SpecialName = (typeof specialNames)[number];

/**
 * Names that a rule may read without declaring them, one number for each parameter: `noise` is a standard normal number,
 * new at every update; `free` is 1, or 0 for a frozen parameter.
 */
export const parameterInputNames = ['noise', 'free'] as const;

export const namedConstants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

export const MAX_LENGTH = 2000;
export const MAX_DEPTH = 100;

/** Whether a gradient, a norm or a projection stands anywhere in it. */
export function hasSpecial(expression: Expression): boolean {
  return expression.kind === 'special' || (expression.kind === 'apply' && expression.args.some(hasSpecial));
}

/** Every name that a formula uses, in order of first use, named constants left out. */
export function freeNames(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === 'name') {
    if (!Object.hasOwn(namedConstants, expression.name)) found.add(expression.name);
  } else if (expression.kind === 'apply') for (const arg of expression.args) freeNames(arg, found);
  else if (expression.kind === 'special') freeNames(expression.arg, found);
  return found;
}
