import { memo, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isComplete } from '../../engine/trace/rows';
import { resultStore } from '../../workbench/stores/resultStore';
import { usePreference } from '../../workbench/stores/preferences';
import { screenStore } from '../../workbench/stores/screenStore';
import { useOutcomeMessage } from '../shared/messages';
import { useRunStyles } from '../shared/runs';

/** Milliseconds without a change before outcomes are read out: a dragged slider changes them many times a second. */
const SETTLE_MS = 1000;

/** Tells screen readers how the runs ended. It renders only when the outcomes change. */
export default memo(function OutcomeAnnouncer() {
  const t = useTranslations('outcome');
  const message = useOutcomeMessage();
  const styles = useRunStyles();
  const language = usePreference((state) => state.language);
  const [news, setNews] = useState({ text: '', language });
  const say = useEffectEvent(() => {
    const { trace } = resultStore.getState();
    if (!trace || !isComplete(trace) || screenStore.getState().hidesFuture) return;
    const text = trace.runs
      .map(({ outcome }, i) => t('announcement', { label: styles[i]?.label ?? '', outcome: message(outcome) }))
      .join('. ');
    setNews({ text, language });
  });

  useEffect(() => {
    // Runs may have ended before this part of the page was loaded.
    let timer = setTimeout(() => say(), SETTLE_MS);
    const stop = resultStore.subscribe(({ trace }, before) => {
      if (trace === before.trace) return;
      clearTimeout(timer);
      timer = setTimeout(() => say(), SETTLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);

  return (
    <p className="visually-hidden" role="status">
      {/* Words that were said in another language have been heard. */}
      {news.language === language && news.text}
    </p>
  );
});
