import { useTranslations } from 'use-intl';
import './loadingText.css';

/** Shown until the code of the tabs, or of a tab, has loaded. */
export function LoadingText() {
  const t = useTranslations('app');
  return <p className="lower-loading">{t('loading')}</p>;
}
