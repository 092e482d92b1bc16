import { facts, isLanguage, type Language } from '../../language/languages';
import { localKeys } from '../device/storedKeys';

/* Apart from the store, because a script reads them before the page's own has loaded (panels/firstPaint). */

/** In the order in which the button of the theme goes through them, forwards or backwards. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How what the runs do after the step shown is painted while they play. */
const futures = ['faint', 'hidden'] as const;
export type Future = (typeof futures)[number];

export interface Preferences {
  readonly theme: Theme;
  readonly future: Future;
  readonly language: Language;
}

const isFuture = (value: unknown): value is Future => futures.some((future) => future === value);
const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** What this browser has stored; nothing where the storage is blocked, empty or damaged. */
export function storedPreferences(): Partial<Preferences> {
  let found: unknown = null;
  try {
    found = JSON.parse(localStorage.getItem(localKeys.preferences) ?? 'null');
  } catch {
    // Private windows may refuse the storage, and its content may be anything.
  }
  const { theme, future, language }: Partial<Record<keyof Preferences, unknown>> =
    typeof found === 'object' && found !== null ? found : {};
  return {
    ...(isTheme(theme) && { theme }),
    ...(isFuture(future) && { future }),
    ...(isLanguage(language) && { language }),
  };
}

/** Sets `data-theme`, `lang` and `dir` of the document. */
export function setOnDocument(theme: Theme, language: Language): void {
  const { documentElement: root } = document;
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  root.dataset['theme'] = isDark ? 'dark' : 'light';
  root.lang = facts[language].tag;
  root.dir = facts[language].direction;
}
