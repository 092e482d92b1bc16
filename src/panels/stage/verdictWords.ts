import { useTranslations } from 'use-intl';
import { inLanguage } from '../../language';
import type { OpeningStop } from '../../lessons/opening';
import { usePreference } from '../../workbench/stores/preferences';

/** What a verdict says, and of what. */
export function useVerdictWords({ question, control }: OpeningStop) {
  const t = useTranslations('stage');
  const language = usePreference((state) => state.language);
  const name = inLanguage(control.label, language);
  const value = String(question.at);
  const answer = inLanguage(question.answers[question.right]?.text, language) ?? '';
  const where = inLanguage(question.where, language) ?? t('at', { name, value });
  return {
    name,
    value,
    right: t('right', { where, answer }),
    wrong: t('wrong', { where, answer }),
    because: inLanguage(question.because, language),
  };
}
