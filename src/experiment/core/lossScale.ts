import { evaluate, parseExpression } from '../../formula';
import { parametersOf, problemOf } from './choice';
import type { LossScale, ProblemChoice } from './types';

/** Known minima as points of parameter space, for the chosen constants. */
export function minimaOf(choice: ProblemChoice): readonly (readonly number[])[] {
  const entry = problemOf(choice);
  if (choice.kind !== 'function' || entry?.kind !== 'function') return [];
  return entry.minima.map((point) => point.map((text) => evaluate(parseExpression(text), choice.constants)));
}

/** The losses at the known minima, in their order. */
export function lossesAtMinima(choice: ProblemChoice): readonly number[] {
  const entry = problemOf(choice);
  if (entry?.kind !== 'function') return [];
  const loss = parseExpression(entry.objective ?? entry.loss);
  const names = parametersOf(choice);
  return minimaOf(choice).map((minimum) => {
    const point = Object.fromEntries(names.map((name, i) => [name, minimum[i] ?? Number.NaN]));
    return evaluate(loss, { ...(choice.kind === 'function' && choice.constants), ...point });
  });
}

/**
 * The default scale of the loss axis. A log axis cannot show losses of 0 or less, so a function has one only if its lowest
 * loss is known and not below 0. For a typed loss it is log, because links without a scale have always meant that.
 */
export function defaultLossScale(choice: ProblemChoice): LossScale {
  if (choice.kind !== 'function' || problemOf(choice)?.kind !== 'function') return 'log';
  const [lowest] = lossesAtMinima(choice);
  return lowest !== undefined && lowest >= 0 ? 'log' : 'linear';
}
