import { useTranslations } from 'use-intl';
import type { Outcome } from '../../engine/trace/types';

/**
 * The outcome of a run in words; null is a run that is still being computed.
 * @param form `outcomeShort` has the few words that fit on a card
 */
export function useOutcomeMessage(form: 'outcome' | 'outcomeShort' = 'outcome'): (outcome: Outcome | null) => string {
  const t = useTranslations(form);
  return (outcome) => {
    if (outcome === null) return t('running');
    if (outcome.kind === 'diverged') return t(outcome.cause, { step: outcome.step });
    return t(outcome.kind, { ...outcome });
  };
}
