import en from './en.json';
import formula from './formula.en.json' with { type: 'json' };
import type { laterEnglish } from './later.en';
import type { Language } from './languages';
import plotsEn from './plots.en.json';

export { browserLanguage, languages, type Language } from './languages';

/** The sentences of the first picture. All languages have the same keys and placeholders (catalogues.test.ts). */
export const english = { ...en, formula, plots: plotsEn };
export type Messages = typeof english;

/** Sentences of what loads later; they come with it. */
export type LaterMessages = typeof laterEnglish;

/** Languages other than English load when they are wanted. */
const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(english),
  zh: () => import('./zh').then(({ chinese }) => chinese),
};

export const loadMessages = (language: Language): Promise<Messages> => loaders[language]();

const laterLoaders: Readonly<Record<Language, () => Promise<LaterMessages>>> = {
  en: () => import('./later.en').then(({ laterEnglish: later }) => later),
  zh: () => import('./later.zh').then(({ laterChinese }) => laterChinese),
};

export const loadLaterMessages = (language: Language): Promise<LaterMessages> => laterLoaders[language]();

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages & LaterMessages;
  }
}
