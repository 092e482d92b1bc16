import { usePreference } from '../../workbench/stores/preferences';
import { useScreen } from '../../workbench/stores/screenStore';
import { useStep } from '../../workbench/playback/transport';

/** Whether nothing is shown of what the runs do after the current step: a lesson asks for a prediction, or the user wants it so. */
export function useHidesFuture(): boolean {
  const isHidden = usePreference((state) => state.future === 'hidden');
  return useScreen(({ hidesFuture, playing }) => hidesFuture || (playing && isHidden));
}

/** The iterate whose readout is shown; null where it lies in a future that is hidden. */
export function useHovered() {
  const hovered = useScreen((state) => state.hovered);
  const hidesFuture = useHidesFuture();
  const step = useStep();
  return hidesFuture && hovered && hovered.step > step ? null : hovered;
}
