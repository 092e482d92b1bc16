import { useTranslations } from 'use-intl';
import { suitedValues } from '../../../experiment/core/setByHand';
import { formatNumber } from '../../../plots';
import { takeSuited } from '../../../workbench/edits/lateEdits';
import { useExperiment } from '../../../workbench/stores/experimentStore';
import './setByHand.css';

/** Marks a run that keeps a rate or a batch which somebody has set, and offers those that suit the problem. */
export function SetByHand({ index }: { readonly index: number }) {
  const t = useTranslations('setByHand');
  const suited = suitedValues(useExperiment(), index);
  if (!suited) return null;
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
