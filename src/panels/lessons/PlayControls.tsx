import { useTranslations } from 'use-intl';
import { playStep, skipToEnd } from '../../workbench/lessons/steps';
import { isUnplayed, stepNow, useLesson } from '../../workbench/lessons/lessonStore';
import { useScreen } from '../../workbench/stores/screenStore';

/** While the runs of a step play: a button to their end; afterwards one that plays them again. */
export function PlayControls() {
  const t = useTranslations('lessons');
  const isAsked = useLesson((state) => {
    const step = stepNow(state);
    return step?.kind === 'see' || (step?.kind === 'predict' && state.answers[state.index] !== undefined);
  });
  const isPlayed = useLesson((state) => !isUnplayed(state));
  const isWaiting = useLesson((state) => state.isWaiting);
  const isPlaying = useScreen((state) => state.playing);
  if (!isAsked) return null;
  return isWaiting || isPlaying ? (
    <button type="button" className="button" disabled={isWaiting} onClick={skipToEnd}>
      {t('toEnd')}
    </button>
  ) : (
    <button type="button" className="button" onClick={playStep}>
      {t(isPlayed ? 'playAgain' : 'play')}
    </button>
  );
}
