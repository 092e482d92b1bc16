import { evaluate, parseExpression } from '../../formula';
import { parametersOf, problemOf } from './choice';
import type { LossScale, ProblemChoice } from './types';

/** Known minima as points of parameter space, for the chosen constants. */
export function minimaOf(choice: ProblemChoice): readonly (readonly number[])[] {
  const entry = problemOf(choice);
  if (choice.kind !== 'function' || entry?.kind !== 'function') return [];
  return entry.minima.map((point) => point.map((text) => evaluate(parseExpression(text), choice.constants)));
}

/**
 * The default scale of the loss axis. A log axis cannot show losses of 0 or less, so a function has one only if its lowest
 * loss is known and not below 0. For a typed loss it is log, because links without a scale have always meant that.
 */
export function defaultLossScale(choice: ProblemChoice): LossScale {
  const entry = problemOf(choice);
  if (choice.kind !== 'function' || entry?.kind !== 'function') return 'log';
  const [lowest] = minimaOf(choice);
  if (!lowest) return 'linear';
  const point = Object.fromEntries(parametersOf(choice).map((name, i) => [name, lowest[i] ?? Number.NaN]));
  return evaluate(parseExpression(entry.objective ?? entry.loss), { ...choice.constants, ...point }) >= 0
    ? 'log'
    : 'linear';
}
