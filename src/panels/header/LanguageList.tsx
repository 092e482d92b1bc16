import { useTranslations } from 'use-intl';
import { facts, isLanguage, languages } from '../../language';
import { preferLanguage, usePreference } from '../../workbench/stores/preferences';
import { Choice } from '../controls/lists/Choice';

/** A list of all languages, by the names that their speakers use. */
export default function LanguageList() {
  const t = useTranslations('header');
  const language = usePreference((state) => state.language);
  return (
    <Choice
      className="language"
      label={t('language')}
      value={language}
      groups={[{ options: languages.map((value) => ({ value, label: facts[value].name })) }]}
      onChange={(chosen) => void preferLanguage(isLanguage(chosen) ? chosen : language)}
    />
  );
}
