import { facts, languages } from '../../language';
import { lazyWith } from '../../late/lazyWith';
import { preferLanguage, usePreference } from '../../workbench/stores/preferences';

const LanguageList = lazyWith(() => import('./LanguageList'));

/** Changes to the other language, or offers a list where there are more than two. */
export function LanguageButton() {
  const language = usePreference((state) => state.language);
  const [other = language, ...more] = languages.filter((candidate) => candidate !== language);
  if (more.length > 0) return <LanguageList />;
  return (
    <button type="button" className="button language" lang={other} onClick={() => void preferLanguage(other)}>
      {facts[other].name}
    </button>
  );
}
