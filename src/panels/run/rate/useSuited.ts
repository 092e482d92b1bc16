import { suitedValues, type SuitedValues } from '../../../experiment/core/setByHand';
import { useLesson } from '../../../workbench/lessons/lessonStore';
import { useExperiment } from '../../../workbench/stores/experimentStore';

/** The values that a run is offered because they are usual on the problem; none in a lesson, which has set others on purpose. */
export function useSuited(index: number): SuitedValues | null {
  const suited = suitedValues(useExperiment(), index);
  const isInLesson = useLesson(({ lesson }) => lesson !== null);
  return isInLesson ? null : suited;
}
