import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { withLateMessages } from '../late/LateMessages';
import type { IdentifiedPlot } from './summaries';
import { isSamePlot } from './samePlot';
import { useSummary } from './useSummary';

/** What a plot shows as text that only screen readers read. No live region: it is read when the reader comes to it. */
const Words = memo(function Words({ id, of, shows }: IdentifiedPlot) {
  const t = useTranslations('inWords');
  return (
    <p id={id} className="visually-hidden">
      {useSummary(of, shows).sentences.join(t('between'))}
    </p>
  );
}, isSamePlot);

export default withLateMessages(Words);
