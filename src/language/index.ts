import en from './en.json';
import plotsEn from './plots.en.json';
import plotsZh from './plots.zh.json';
import zh from './zh.json';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];
export type Messages = typeof english;

const english = { ...en, plots: plotsEn };

/** Every sentence on the page, by language; both have the same keys and placeholders (catalogues.test.ts). */
export const messages: Readonly<Record<Language, Messages>> = { en: english, zh: { ...zh, plots: plotsZh } };

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
    Messages: Messages;
  }
}
