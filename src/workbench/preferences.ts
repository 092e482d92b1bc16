import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { browserLanguage, isLanguage, type Language } from '../language';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
}

const key = 'overshoot.preferences';
const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** What this browser remembers; a store that is blocked, empty or damaged counts as nothing remembered. */
function remembered(): Preferences {
  let found: unknown = null;
  try {
    found = JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Private windows may refuse the store, and what is in it may be anything.
  }
  const record: Partial<Record<keyof Preferences, unknown>> = typeof found === 'object' && found !== null ? found : {};
  return {
    theme: isTheme(record.theme) ? record.theme : 'system',
    language: isLanguage(record.language) ? record.language : browserLanguage(),
  };
}

export const preferenceStore = createStore<Preferences>(remembered);

/** Changes a preference for now, without remembering it: how a link sets the language. */
export const applyPreference = (change: Partial<Preferences>): void => preferenceStore.setState(change);

/** Changes a preference and remembers it for the next visit. */
export function prefer(change: Partial<Preferences>): void {
  preferenceStore.setState(change);
  try {
    localStorage.setItem(key, JSON.stringify(preferenceStore.getState()));
  } catch {
    // Not remembered then; it still holds for this visit.
  }
}

export const usePreference = <T>(select: (state: Preferences) => T): T => useStore(preferenceStore, select);

const languageTag: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** Keeps `data-theme` and `lang` of the document as preferred; follows the system's theme while that is chosen. */
export function dressDocument(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = () => {
    const { theme, language } = preferenceStore.getState();
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.lang = languageTag[language];
  };
  dress();
  dark.addEventListener('change', dress);
  const stop = preferenceStore.subscribe(dress);
  return () => {
    dark.removeEventListener('change', dress);
    stop();
  };
}
