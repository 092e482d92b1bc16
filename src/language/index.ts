import { messages as english } from './en/texts';
import type { messages as laterEnglish } from './en/laterTexts';
import type { Language } from './languages';
import { addEntries, type Entries } from './entries';

export { browserLanguage, facts, isLanguage, languages, type Language } from './languages';
export { inLanguage } from './entries';
export { english };

/** The sentences of the first picture. All languages have the same keys and placeholders (catalogues.test.ts). */
export type Messages = typeof english;

/** Sentences of what loads later; they come with it. */
export type LaterMessages = typeof laterEnglish;

/* The folders of the languages; a language needs no line here. English, which the page begins with, comes with it. */
const first = import.meta.glob<{ readonly messages: Messages }>(['./*/texts.ts', '!./en/texts.ts']);
const later = import.meta.glob<{ readonly messages: LaterMessages }>('./*/laterTexts.ts');
const entries = import.meta.glob<{ readonly default: Entries }>('./*/entries.json');

const noFile = (language: Language): never => {
  throw new RangeError(`a file is missing in the folder of the language "${language}"`);
};

/** The first sentences of a language, and what it calls the entries of the catalogue, the lessons and the questions. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'en') return english;
  const load = first[`./${language}/texts.ts`] ?? noFile(language);
  const [{ messages }, named] = await Promise.all([load(), entries[`./${language}/entries.json`]?.()]);
  if (named) addEntries(language, named.default);
  return messages;
}

export const loadLaterMessages = (language: Language): Promise<LaterMessages> =>
  (later[`./${language}/laterTexts.ts`] ?? noFile(language))().then(({ messages }) => messages);

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages & LaterMessages;
  }
}
