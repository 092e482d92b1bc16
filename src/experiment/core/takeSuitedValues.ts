import { changeBatch, changeHyper } from './edits';
import { suitedValues } from './setByHand';
import type { Experiment } from './types';

/** Gives a run the values that suit the problem. */
export function takeSuitedValues(experiment: Experiment, index: number): Experiment {
  const { lr, batch } = suitedValues(experiment, index) ?? {};
  const rated = lr === undefined ? experiment : changeHyper(experiment, index, 'lr', lr);
  return batch ? changeBatch(rated, index, batch) : rated;
}
