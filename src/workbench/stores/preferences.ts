import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { loaded } from '../../late/loadOnce';
import { browserLanguage, english, loadMessages, type Language, type Messages } from '../../language';
import { localKeys } from '../device/storedKeys';
import { setOnDocument, storedPreferences, type Future, type Preferences, type Theme } from './storedPreferences';

export { themes, type Theme } from './storedPreferences';

interface PreferenceState extends Preferences {
  /** The visible texts in `language`; both fields change together, when the texts have been loaded. */
  readonly messages: Messages;
}

function storePreferences(change: Partial<Preferences>): void {
  try {
    localStorage.setItem(localKeys.preferences, JSON.stringify({ ...storedPreferences(), ...change }));
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

/** Changes the language without storing it: for links that set a language. Rejects with a LoadError where its texts cannot be loaded. */
export async function setLanguage(language: Language): Promise<void> {
  preferenceStore.setState({ language, messages: await loaded(() => loadMessages(language)) });
}

export async function preferLanguage(language: Language): Promise<void> {
  await setLanguage(language);
  storePreferences({ language });
}

/** Restores the stored preferences; without any, follows the browser's language and the system's theme. */
export async function restorePreferences(): Promise<void> {
  const { theme = 'system', future = 'faint', language = browserLanguage() } = storedPreferences();
  preferenceStore.setState({ theme, future });
  // Where the messages of another language cannot be loaded, the page speaks English, which comes with it.
  await setLanguage(language).catch(() => undefined);
}

export const usePreference = <T>(select: (state: PreferenceState) => T): T => useStore(preferenceStore, select);

/** Has the browser load ahead what it needs to write counts in the page's language, which takes long only the first time. */
export function loadCountFormats(): void {
  const { language } = preferenceStore.getState();
  new Intl.NumberFormat(language).format(new Intl.PluralRules(language).select(1).length);
}

/** Keeps `data-theme` and `lang` of the document up to date with the preferences and the system's theme. */
export function applyPreferencesToDocument(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme, language } = preferenceStore.getState();
    setOnDocument(theme, language);
  };
  apply();
  dark.addEventListener('change', apply);
  const stop = preferenceStore.subscribe(apply);
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}
