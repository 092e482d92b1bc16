import { useTranslations } from 'use-intl';
import './loadingText.css';

/** In place of the tabs, or of a tab, whose code has not loaded. */
export function LoadingText() {
  const t = useTranslations('tabs');
  return <p className="lower-loading">{t('loading')}</p>;
}
