import { useTranslations } from 'use-intl';
import { languages } from '../../language';
import { preferLanguage, usePreference } from '../../workbench/stores/preferences';

/** Changes to the other language. */
export function LanguageButton() {
  const t = useTranslations('header');
  const language = usePreference((state) => state.language);
  const other = languages.find((candidate) => candidate !== language) ?? language;
  return (
    <button type="button" className="button language" lang={other} onClick={() => void preferLanguage(other)}>
      {t('otherLanguage')}
    </button>
  );
}
