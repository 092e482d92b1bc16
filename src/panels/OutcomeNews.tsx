import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePicture } from '../workbench/pictureStore';
import { useOutcomeMessage } from './messages';
import { useRunStyles } from './runs';

/** How long outcomes must stand before they are read out: a dragged slider changes them many times a second. */
const QUIET_MS = 1000;

/** Reads out, to those who listen instead of looking, how the runs ended. */
export function OutcomeNews() {
  const t = useTranslations('outcome');
  const message = useOutcomeMessage();
  const styles = useRunStyles();
  const runs = usePicture((state) => state.trace?.runs);
  const [news, setNews] = useState('');
  const complete = runs !== undefined && runs.every(({ outcome }) => outcome !== null);
  const latest = complete
    ? runs.map(({ outcome }, i) => t('announcement', { label: styles[i]?.label ?? '', outcome: message(outcome) })).join('. ')
    : '';

  useEffect(() => {
    if (latest === '') return undefined;
    const timer = setTimeout(() => setNews(latest), QUIET_MS);
    return () => clearTimeout(timer);
  }, [latest]);

  return (
    <p className="visually-hidden" role="status">
      {news}
    </p>
  );
}
