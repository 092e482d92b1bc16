import { evaluate, parseExpression } from '../../formula';
import { parametersOf, problemOf } from './choice';
import type { LossScale, ProblemChoice } from './types';

/** Known minimisers in parameter space, for these constants. */
export function minimaOf(choice: ProblemChoice): readonly (readonly number[])[] {
  const entry = problemOf(choice);
  if (choice.kind !== 'function' || entry?.kind !== 'function') return [];
  return entry.minima.map((point) => point.map((text) => evaluate(parseExpression(text), choice.constants)));
}

/**
 * The loss axis of a problem that nobody has chosen one for. A log axis has no place for losses at or below 0: a function has it
 * where its lowest loss is known and is not below 0. Of a typed loss nothing is known, and a link that says nothing has always meant log.
 */
export function usualLossScale(choice: ProblemChoice): LossScale {
  const entry = problemOf(choice);
  if (choice.kind !== 'function' || entry?.kind !== 'function') return 'log';
  const [lowest] = minimaOf(choice);
  if (!lowest) return 'linear';
  const point = Object.fromEntries(parametersOf(choice).map((name, i) => [name, lowest[i] ?? Number.NaN]));
  return evaluate(parseExpression(entry.objective ?? entry.loss), { ...choice.constants, ...point }) >= 0
    ? 'log'
    : 'linear';
}
