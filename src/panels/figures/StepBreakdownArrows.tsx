import { StepArrows, type StepArrowsProps } from '../../plots/path/StepArrows';
import { useStepBreakdown } from '../../workbench/requests/stepBreakdown';
import { withLateMessages } from '../late/LateMessages';

/** The parts of the selected run's step as arrows over its path. */
export default withLateMessages(function StepBreakdownArrows(props: Omit<StepArrowsProps, 'breakdown'>) {
  const breakdown = useStepBreakdown();
  return breakdown?.from.length === props.view.held.length ? <StepArrows {...props} breakdown={breakdown} /> : null;
});
