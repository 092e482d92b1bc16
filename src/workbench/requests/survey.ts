import { UNKNOWN_RANGE } from '../../experiment/core/choice';
import type { CustomChoice } from '../../experiment/core/types';
import { amend, currentExperiment } from '../stores/experimentStore';
import { workerClient } from './pageWorkerClient';

/** Whether two typed losses are the same function of the same names. */
export const isSameLoss = (one: CustomChoice, other: CustomChoice): boolean =>
  one.loss === other.loss &&
  one.parameters.join() === other.parameters.join() &&
  JSON.stringify(one.constants) === JSON.stringify(other.constants);

/** Asks for a default view of the typed loss on the screen, if there is one, and shows it unless the loss has changed meanwhile. */
export function requestSurvey(): void {
  const asked = currentExperiment();
  const { problem } = asked;
  if (problem.kind !== 'custom') return;
  workerClient().ask('survey', { experiment: asked }, ({ ranges }) => {
    const now = currentExperiment();
    if (!ranges || now.problem.kind !== 'custom' || !isSameLoss(now.problem, problem)) return;
    const shown = withRanges(now.problem, ranges);
    if (JSON.stringify(shown.ranges) !== JSON.stringify(now.problem.ranges)) amend({ ...now, problem: shown });
  });
}

/** A typed loss with this default view; the usual one is not written. */
function withRanges(choice: CustomChoice, ranges: NonNullable<CustomChoice['ranges']>): CustomChoice {
  const { kind, loss, parameters, constants } = choice;
  const isUsual = ranges.every(([low, high]) => low === UNKNOWN_RANGE[0] && high === UNKNOWN_RANGE[1]);
  return { kind, loss, parameters, ...(constants && { constants }), ...(!isUsual && { ranges }) };
}
