import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { browserLanguage, english, isLanguage, loadMessages, type Language, type Messages } from '../../language';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
}

interface PreferenceState extends Preferences {
  /** The sentences of `language`; both change together, when the sentences have arrived. */
  readonly messages: Messages;
}

const key = 'overshoot.preferences';
const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** What this browser remembers; a store that is blocked, empty or damaged counts as nothing remembered. */
function remembered(): Partial<Preferences> {
  let found: unknown = null;
  try {
    found = JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Private windows may refuse the store, and what is in it may be anything.
  }
  const { theme, language }: Partial<Record<keyof Preferences, unknown>> =
    typeof found === 'object' && found !== null ? found : {};
  return { ...(isTheme(theme) && { theme }), ...(isLanguage(language) && { language }) };
}

function remember(change: Partial<Preferences>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...remembered(), ...change }));
  } catch {
    // Not remembered then; it still holds for this visit.
  }
}

export const preferenceStore = createStore<PreferenceState>(() => ({
  theme: 'system',
  language: 'en',
  messages: english,
}));

export function preferTheme(theme: Theme): void {
  preferenceStore.setState({ theme });
  remember({ theme });
}

/** Speaks a language from now on, without remembering it: how a link sets the language. */
export async function speak(language: Language): Promise<void> {
  preferenceStore.setState({ language, messages: await loadMessages(language) });
}

export async function preferLanguage(language: Language): Promise<void> {
  remember({ language });
  await speak(language);
}

/** Takes up what this browser remembers, or what it is set to. */
export async function takeUpPreferences(): Promise<void> {
  const { theme = 'system', language = browserLanguage() } = remembered();
  preferenceStore.setState({ theme });
  await speak(language);
}

export const usePreference = <T>(select: (state: PreferenceState) => T): T => useStore(preferenceStore, select);

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
