import type { CustomChoice } from '../../experiment/core/types';
import { amend, currentExperiment } from '../stores/experimentStore';
import { workerClient } from './pageWorkerClient';

/** Whether two typed losses are the same function of the same names. */
export const isSameLoss = (one: CustomChoice, other: CustomChoice): boolean =>
  one.loss === other.loss &&
  one.parameters.join() === other.parameters.join() &&
  JSON.stringify(one.constants) === JSON.stringify(other.constants);

/** Asks for a default view of the typed loss on the screen, and shows it unless the loss has changed meanwhile. */
export function requestSurvey(): void {
  const asked = currentExperiment();
  workerClient().ask('survey', { experiment: asked }, ({ ranges }) => {
    const now = currentExperiment();
    const isAbout =
      now.problem.kind === 'custom' && asked.problem.kind === 'custom' && isSameLoss(now.problem, asked.problem);
    if (isAbout && ranges) amend({ ...now, problem: { ...now.problem, ranges } });
  });
}
