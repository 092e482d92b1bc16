import { findOptimizer, isOwnRule } from '../../catalogue';
import type { Experiment } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';

/** A problem in the name of a file: as the page's links call it. */
export const problemKey = (problem: ProblemChoice): string => (problem.kind === 'custom' ? 'own-formula' : problem.id);

/** An optimizer in the name of a file: as the page's links call it, and by the name in its first line if the user wrote it. */
export const optimizerKey = (optimizer: string): string =>
  isOwnRule(optimizer) ? (findOptimizer(optimizer)?.name.en ?? 'own-rule') : optimizer;

const PARTS = 4;

/** The name of a file without its ending: the problem and the first optimizers. */
export const fileStem = ({ problem, runs }: Experiment): string =>
  [problemKey(problem), ...new Set(runs.map(({ optimizer }) => optimizerKey(optimizer)))].slice(0, PARTS).join('-');
