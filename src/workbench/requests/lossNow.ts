import type { Experiment } from '../../experiment/core/types';
import { triedLength } from '../../experiment/tuning';
import type { ResultState } from '../stores/resultStore';

/**
 * The loss at the end of a run of an experiment as the screen shows it, to compare with what other rates give. Null while it is
 * computed, where the run diverged, and where rates are tried in shorter runs.
 */
export function lossNow({ trace, traced }: ResultState, experiment: Experiment, run: number): number | null {
  const shown = trace?.runs[run];
  const { steps, epochs } = triedLength(experiment);
  const isSame = traced === experiment && steps === experiment.steps && epochs === experiment.epochs;
  // The last loss of a run that diverged may be -Infinity, which is below every other one.
  const hasEnd = shown?.outcome && shown.outcome.kind !== 'diverged';
  return hasEnd && isSame ? (shown.loss[shown.rows - 1] ?? null) : null;
}
