import { createContext, use, useState } from 'react';
import { useTranslations } from 'use-intl';

/** Whether the runs are being played, so that the step changes many times a second by itself. */
export const IsPlaying = createContext(false);

/**
 * The value of a slider along the steps, for assistive technology. While the runs play it stands still and says that they do: of a
 * slider that has the focus, screen readers speak every change.
 * @param step from 0 on
 * @param text the step with its numbers; undefined while there is none
 * @param isChosen whether the user chose the step by keys, so that it does not move with the playback
 */
export function useStepValue(step: number, text: string | undefined, isChosen = false) {
  const t = useTranslations('plots');
  const isPlaying = use(IsPlaying) && !isChosen;
  const [last, setLast] = useState(step);
  if (!isPlaying && last !== step) setLast(step);
  return { 'aria-valuenow': isPlaying ? last : step, 'aria-valuetext': isPlaying ? t('playing') : text };
}
