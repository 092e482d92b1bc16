import { preferenceStore, usePreference } from '../../workbench/stores/preferences';
import { screenStore, useScreen, type ScreenState } from '../../workbench/stores/screenStore';
import { useStep } from '../../workbench/playback/transport';

type Playing = Pick<ScreenState, 'hidesFuture' | 'playing'>;

/** Whether nothing is shown of what the runs do after the current step: a lesson asks for a prediction, or the user wants it so. */
const hides = ({ hidesFuture, playing }: Playing, future: 'faint' | 'hidden'): boolean =>
  hidesFuture || (playing && future === 'hidden');

export function useHidesFuture(): boolean {
  const future = usePreference((state) => state.future);
  return useScreen((state) => hides(state, future));
}

/** The same outside of components. */
export const isFutureHidden = (): boolean => hides(screenStore.getState(), preferenceStore.getState().future);

/** The iterate whose readout is shown; null where it lies in a future that is hidden. */
export function useHovered() {
  const hovered = useScreen((state) => state.hovered);
  const hidesFuture = useHidesFuture();
  const step = useStep();
  return hidesFuture && hovered && hovered.step > step ? null : hovered;
}
