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

/** Tells screen readers how the runs ended. It renders only when the outcomes change, or are hidden. */
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
    const sayLater = () => {
      clearTimeout(timer);
      timer = setTimeout(() => say(), SETTLE_MS);
    };
    const stops = [
      resultStore.subscribe(({ trace }, before) => {
        if (trace !== before.trace) sayLater();
      }),
      screenStore.subscribe(({ hidesFuture }, before) => {
        if (hidesFuture === before.hidesFuture) return;
        // What the runs before did is not what these will do, which is still to be guessed.
        if (hidesFuture) setNews((news) => ({ ...news, text: '' }));
        sayLater();
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
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
