import { useScreen } from '../../workbench/stores/screenStore';
import { useStep } from '../../workbench/playback/transport';

/** The iterate whose readout is shown; null where it lies in a future that is hidden. */
export function useHovered() {
  const hovered = useScreen((state) => state.hovered);
  const hidesFuture = useScreen((state) => state.hidesFuture);
  const step = useStep();
  return hidesFuture && hovered && hovered.step > step ? null : hovered;
}
