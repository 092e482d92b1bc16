import { compileFunction, parseExpression } from '../../formula';
import { problemOf } from './choice';
import type { ProblemChoice } from './types';

/** The least loss at the minima that the catalogue knows of a problem, with its constants; null where none is known or the loss has no lower bound. */
export function knownMinimum(choice: ProblemChoice): number | null {
  const problem = problemOf(choice);
  if (choice.kind !== 'function' || problem?.kind !== 'function' || problem.isUnbounded) return null;
  const names = Object.keys(choice.constants);
  const constants = Object.values(choice.constants);
  const valueOf = (text: string, parameters: readonly string[], point: readonly number[]): number => {
    const all = [...parameters, ...names];
    return compileFunction(parseExpression(text, all), all)([...point, ...constants]);
  };
  const losses = problem.minima.map((minimum) =>
    valueOf(
      problem.objective ?? problem.loss,
      problem.parameters,
      minimum.map((text) => valueOf(text, [], [])),
    ),
  );
  return losses.length === 0 ? null : Math.min(...losses);
}
