import type { EngineName } from '../../engine/trace/types';
import { dataProblem, modelOf, problemOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';
import type { Column } from './table';

const precisions: Readonly<Record<EngineName, string>> = {
  webgl: 'webgl, numbers of float32',
  cpu: 'cpu, numbers of float32',
  float64: 'float64',
};

/** The engine with the precision of its numbers. */
export const engineFact = (engine: EngineName): readonly [string, string] => ['engine', precisions[engine]];

/** The formula of the loss; of a data problem, that of one sample. */
export function lossFact(problem: ProblemChoice): readonly [string, string] {
  if (problem.kind === 'data') return ['loss of a sample', modelOf(problem).loss];
  if (problem.kind === 'custom') return ['loss', problem.loss];
  const entry = problemOf(problem);
  return ['loss', entry?.kind === 'function' ? (entry.objective ?? entry.loss) : problem.id];
}

/** The loss as a column of this name. */
export function lossColumn(name: string, problem: ProblemChoice, about: string): Column {
  if (problem.kind !== 'data') return { name, unit: '1', about };
  const { target } = dataProblem(problem.id);
  // The mean of squared errors of a number; the cross-entropy of a class.
  const unit = { number: 'unit of the target, squared', class: 'nat', none: '1' }[target];
  return { name, unit, about };
}
