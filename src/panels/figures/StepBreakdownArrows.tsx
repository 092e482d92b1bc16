import { StepArrows } from '../../plots/path/StepArrows';
import type { OverlayPlace } from '../../plots/path/types';
import { useStep } from '../../workbench/playback/transport';
import { useStepBreakdown } from '../../workbench/requests/stepBreakdown';
import { useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';

/** The parts of the selected run's step as arrows over its path. */
export default withLateMessages(function StepBreakdownArrows(props: OverlayPlace) {
  const breakdown = useStepBreakdown();
  const step = useStep();
  const hasButtons = useScreen(({ presenting }) => !presenting);
  if (breakdown?.from.length !== props.view.held.length) return null;
  return <StepArrows {...props} breakdown={breakdown} step={step} hasButtons={hasButtons} />;
});
