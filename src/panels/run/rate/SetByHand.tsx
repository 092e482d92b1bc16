import { useTranslations } from 'use-intl';
import { formatNumber } from '../../../plots';
import { takeSuited } from '../../../workbench/edits/lateEdits';
import { useSuited } from './useSuited';
import './setByHand.css';

/**
 * Offers a run the rate and the batch that are usual on the problem, where it has others. It stands between the name of the rate
 * and its number, in room that is free: a card must not move while its slider is dragged.
 */
export function SetByHand({ index }: { readonly index: number }) {
  const t = useTranslations('setByHand');
  const between = useTranslations('inWords')('between');
  const suited = useSuited(index);
  if (!suited) return null;
  const { lr, batch } = suited;
  const kind = lr === undefined ? 'batch' : batch ? 'both' : 'rate';
  const values = { lr: lr === undefined ? '' : formatNumber(lr, 4), size: String(batch?.size) };
  const offer = [t(kind, values), t('takeOf', { number: index + 1 })].join(between);
  return (
    <button type="button" className="more set-by-hand" data-tip={offer} onClick={() => takeSuited(index)}>
      <span aria-hidden="true">{t(`short.${kind}`, values)}</span>
      <span className="visually-hidden">{offer}</span>
    </button>
  );
}
