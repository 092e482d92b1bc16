import { useTranslations } from 'use-intl';
import type { Outcome } from '../engine/types';
import type { FormulaError } from '../formula';

/** What is wrong with a formula, in the reader's language. */
export function useFormulaMessage(): (error: FormulaError) => string {
  const t = useTranslations('formula');
  return (error) => t(error.code, { ...error.values });
}

/** How a run ended, in words; null is a run that is still being computed. */
export function useOutcomeMessage(): (outcome: Outcome | null) => string {
  const t = useTranslations('outcome');
  return (outcome) => {
    if (outcome === null) return t('running');
    if (outcome.kind === 'diverged') return t(outcome.cause, { step: outcome.step });
    return t(outcome.kind, { ...outcome });
  };
}
