import { useTranslations } from 'use-intl';
import type { Outcome } from '../../engine/trace/types';
import { formulaSentence, type FormulaError } from '../../formula';
import { useScreen } from '../../workbench/stores/screenStore';
import { usePreference } from '../../workbench/stores/preferences';

/** The sentence of a formula error in the user's language. */
export function useFormulaMessage(): (error: FormulaError) => string {
  const messages = usePreference((state) => state.messages.formula);
  return (error) => formulaSentence(messages, error);
}

/**
 * The outcome of a run in words; null is a run that is still being computed. While the future is hidden, it is not said.
 * @param form `outcomeShort` has the few words that fit on a card
 */
export function useOutcomeMessage(form: 'outcome' | 'outcomeShort' = 'outcome'): (outcome: Outcome | null) => string {
  const t = useTranslations(form);
  const isHidden = useScreen((state) => state.hidesFuture);
  return (outcome) => {
    if (isHidden) return t('hidden');
    if (outcome === null) return t('running');
    if (outcome.kind === 'diverged') return t(outcome.cause, { step: outcome.step });
    return t(outcome.kind, { ...outcome });
  };
}
