import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemName } from '../shared/problemName';

/** Names the browser's tab after the problem that is shown, on every screen. */
export function DocumentTitle() {
  const t = useTranslations('app');
  const title = t('title', { problem: useProblemName() });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
