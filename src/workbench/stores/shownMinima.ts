import type { Trace } from '../../engine/trace/types';
import { minimaOf, parametersOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';

/** The known minima; of data and of a typed loss, those that the worker has found. */
export function shownMinima(problem: ProblemChoice, trace: Trace | null): readonly (readonly number[])[] {
  if (problem.kind === 'function') return minimaOf(problem);
  return trace?.parameters.length === parametersOf(problem).length ? trace.minima : NO_MINIMA;
}

const NO_MINIMA: readonly (readonly number[])[] = [];
