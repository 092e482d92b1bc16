import en from './en.json';
import formula from './formula.en.json' with { type: 'json' };
import type { laterEnglish } from './later.en';
import plotsEn from './plots.en.json';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

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

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The first of the browser's languages that the page speaks; English when there is none. */
export function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages & LaterMessages;
  }
}
