import { useTranslations } from 'use-intl';
import { RemoveIcon } from './Icons';

/** The button that dismisses a notice. */
export function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const t = useTranslations('notice');
  return (
    <button
      type="button"
      className="button button-icon button-quiet"
      aria-label={t('dismiss')}
      data-tip={t('dismiss')}
      onClick={onClick}
    >
      <RemoveIcon />
    </button>
  );
}
