import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Outcome } from '../../engine/trace/types';
import { useScreen } from '../../workbench/stores/screenStore';

/**
 * The outcome of a run in words; null is a run that is still being computed. While the future is hidden, it is not said.
 * @param form `outcomeShort` has the few words that fit on a card
 * @param isBrief whether they do without that a number is a step
 */
export function useOutcomeMessage(
  form: 'outcome' | 'outcomeShort' = 'outcome',
  isBrief = false,
): (outcome: Outcome | null) => string {
  const t = useTranslations(form);
  const words = useOutcomeWords(form, isBrief);
  const isHidden = useScreen((state) => state.hidesFuture);
  return useCallback((outcome: Outcome | null) => (isHidden ? t('hidden') : words(outcome)), [t, isHidden, words]);
}

/** The same, also while what comes next is hidden. */
export function useOutcomeWords(
  form: 'outcome' | 'outcomeShort',
  isBrief = false,
): (outcome: Outcome | null) => string {
  const t = useTranslations(form);
  return useCallback(
    (outcome: Outcome | null) => {
      if (outcome === null) return t('running');
      if (outcome.kind === 'diverged') return t(outcome.cause, { step: outcome.step });
      return t(outcome.kind, { ...outcome, brief: String(isBrief) });
    },
    [t, isBrief],
  );
}
