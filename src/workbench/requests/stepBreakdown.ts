import { useMemo } from 'react';
import type { StepBreakdown } from '../../engine/float64/types';
import { useExperimentPart } from '../stores/experimentStore';
import { useResults } from '../stores/resultStore';
import { useScreen } from '../stores/screenStore';
import { useStep } from '../playback/transport';

/**
 * The parts of the selected run's current step that are chosen to be shown as arrows; null if none are, or before the
 * first answer. While the transport moves, this is of the step that was inspected last.
 */
export function useStepBreakdown(): StepBreakdown | null {
  const arrows = useScreen((state) => state.arrows);
  const last = useExperimentPart(({ runs }) => runs.length - 1);
  const selected = useScreen((state) => Math.min(state.selected, last));
  const hasStep = useStep() > 0;
  const inspection = useResults((state) =>
    arrows.length > 0 && hasStep && state.inspection?.run === selected ? state.inspection : null,
  );
  const losses = useResults((state) => state.trace?.runs[selected]?.loss);
  return useMemo(() => {
    if (!inspection) return null;
    const { batch, gradient, fullGradient, before, step } = inspection;
    const hasTwo = batch !== null && gradient.some((value, i) => value !== fullGradient[i]);
    return {
      from: before.find(({ name }) => name === 'theta')?.values ?? [],
      loss: losses?.[step - 1] ?? Number.NaN,
      displacements: arrows.includes('step') ? inspection.arrows : null,
      gradients:
        arrows.includes('gradients') && hasTwo ? { batch: gradient, full: fullGradient, samples: batch.length } : null,
    };
  }, [inspection, losses, arrows]);
}
