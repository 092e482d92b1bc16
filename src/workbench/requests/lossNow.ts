import type { Experiment } from '../../experiment/core/types';
import { triedLength } from '../../experiment/tuning';
import type { ResultState } from '../stores/resultStore';

/**
 * The loss at the end of a run of an experiment as the screen shows it, to compare with what other rates give; null while it is
 * computed, and where rates are tried in shorter runs.
 */
export function lossNow({ trace, traced }: ResultState, experiment: Experiment, run: number): number | null {
  const shown = trace?.runs[run];
  const { steps, epochs } = triedLength(experiment);
  const isSame = traced === experiment && steps === experiment.steps && epochs === experiment.epochs;
  return shown?.outcome && isSame ? (shown.loss[shown.rows - 1] ?? null) : null;
}
