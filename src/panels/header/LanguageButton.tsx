import { useTranslations } from 'use-intl';
import { facts, isLanguage, languages } from '../../language';
import { Choice } from '../controls/lists/Choice';
import { preferLanguage, usePreference } from '../../workbench/stores/preferences';

/** Changes to the other language, or offers a list where there are more than two. */
export function LanguageButton() {
  const t = useTranslations('header');
  const language = usePreference((state) => state.language);
  const [other = language, ...more] = languages.filter((candidate) => candidate !== language);
  if (more.length > 0)
    return (
      <Choice
        className="language"
        label={t('language')}
        value={language}
        groups={[{ options: languages.map((value) => ({ value, label: facts[value].name })) }]}
        onChange={(chosen) => void preferLanguage(isLanguage(chosen) ? chosen : language)}
      />
    );
  return (
    <button type="button" className="button language" lang={other} onClick={() => void preferLanguage(other)}>
      {facts[other].name}
    </button>
  );
}
