import { lossAtEnd } from '../../engine/trace/lossAtEnd';
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
  const loss = shown?.outcome && isSame ? lossAtEnd(shown) : Number.NaN;
  return Number.isNaN(loss) ? null : loss;
}
