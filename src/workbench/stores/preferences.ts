import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { browserLanguage, english, isLanguage, loadMessages, type Language, type Messages } from '../../language';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How what the runs do after the step shown is painted while they play. */
const futures = ['faint', 'hidden'] as const;
export type Future = (typeof futures)[number];

interface Preferences {
  readonly theme: Theme;
  readonly future: Future;
  readonly language: Language;
}

interface PreferenceState extends Preferences {
  /** The visible texts in `language`; both fields change together, when the texts have been loaded. */
  readonly messages: Messages;
}

const key = 'overshoot.preferences';
const isFuture = (value: unknown): value is Future => futures.some((future) => future === value);
const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** What this browser has stored; nothing where the storage is blocked, empty or damaged. */
function storedPreferences(): Partial<Preferences> {
  let found: unknown = null;
  try {
    found = JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Private windows may refuse the storage, and its content may be anything.
  }
  const { theme, language, future }: Partial<Record<keyof Preferences, unknown>> =
    typeof found === 'object' && found !== null ? found : {};
  return {
    ...(isTheme(theme) && { theme }),
    ...(isLanguage(language) && { language }),
    ...(isFuture(future) && { future }),
  };
}

function storePreferences(change: Partial<Preferences>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...storedPreferences(), ...change }));
  } catch {
    // The preference is then not stored, but it applies until the page is closed.
  }
}

export const preferenceStore = createStore<PreferenceState>(() => ({
  theme: 'system',
  future: 'faint',
  language: 'en',
  messages: english,
}));

export function preferTheme(theme: Theme): void {
  preferenceStore.setState({ theme });
  storePreferences({ theme });
}

export function preferFuture(future: Future): void {
  preferenceStore.setState({ future });
  storePreferences({ future });
}

/** Changes the language without storing it: for links that set a language. */
export async function setLanguage(language: Language): Promise<void> {
  preferenceStore.setState({ language, messages: await loadMessages(language) });
}

export async function preferLanguage(language: Language): Promise<void> {
  storePreferences({ language });
  await setLanguage(language);
}

/** Restores the stored preferences; without any, follows the browser's language and the system's theme. */
export async function restorePreferences(): Promise<void> {
  const { theme = 'system', future = 'faint', language = browserLanguage() } = storedPreferences();
  preferenceStore.setState({ theme, future });
  // Where the messages of another language cannot be loaded, the page speaks English, which comes with it.
  await setLanguage(language).catch(() => undefined);
}

export const usePreference = <T>(select: (state: PreferenceState) => T): T => useStore(preferenceStore, select);

const languageTag: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** Keeps `data-theme` and `lang` of the document up to date with the preferences and the system's theme. */
export function applyPreferencesToDocument(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme, language } = preferenceStore.getState();
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.lang = languageTag[language];
  };
  apply();
  dark.addEventListener('change', apply);
  const stop = preferenceStore.subscribe(apply);
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}
