import { StepArrows, type StepArrowsProps } from '../../plots/path/StepArrows';
import { useInside } from '../../workbench/requests/inside';
import { withLateMessages } from '../late/LateMessages';

/** The parts of the selected run's step as arrows over its path. */
export default withLateMessages(function StepBreakdownArrows(place: Omit<StepArrowsProps, 'inside'>) {
  const inside = useInside();
  return inside?.from.length === place.view.held.length ? <StepArrows {...place} inside={inside} /> : null;
});
