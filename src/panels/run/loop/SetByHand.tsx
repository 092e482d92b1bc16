import { useTranslations } from 'use-intl';
import { formatNumber } from '../../../plots';
import { takeSuited } from '../../../workbench/edits/lateEdits';
import { useSuited } from './useSuited';

/** Offers a run the rate and the batch that the problem opens with, where it has others. */
export function SetByHand({ index }: { readonly index: number }) {
  const t = useTranslations('setByHand');
  const suited = useSuited(index);
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
