import { useTranslations } from 'use-intl';
import { suitedValues } from '../../../experiment/core/setByHand';
import { formatNumber } from '../../../plots';
import { takeSuited } from '../../../workbench/edits/lateEdits';
import { useLesson } from '../../../workbench/lessons/lessonStore';
import { useExperiment } from '../../../workbench/stores/experimentStore';
import './setByHand.css';

/**
 * Marks a run that keeps a rate or a batch which somebody has set, and offers those that suit the problem. Not in a lesson, which
 * has set them on purpose.
 */
export function SetByHand({ index }: { readonly index: number }) {
  const t = useTranslations('setByHand');
  const suited = suitedValues(useExperiment(), index);
  const isInLesson = useLesson(({ lesson }) => lesson !== null);
  if (!suited || isInLesson) return null;
  const { lr, batch } = suited;
  const values = { lr: lr === undefined ? '' : formatNumber(lr, 4), size: String(batch?.size) };
  return (
    <p className="set-by-hand">
      {t(lr === undefined ? 'batch' : batch ? 'both' : 'rate', values)}{' '}
      <button
        type="button"
        className="more"
        aria-label={t('takeOf', { number: index + 1 })}
        onClick={() => takeSuited(index)}
      >
        {t('take')}
      </button>
    </p>
  );
}
