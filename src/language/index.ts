import en from './en.json';
import plotsEn from './plots.en.json';
import whyEn from './why.en.json';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** Every sentence on the page. All languages have the same keys and placeholders (catalogues.test.ts). */
export const english = { ...en, plots: plotsEn, why: whyEn };
export type Messages = typeof english;

/** Languages other than English load when they are wanted. */
const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(english),
  zh: () => import('./zh').then(({ chinese }) => chinese),
};

export const loadMessages = (language: Language): Promise<Messages> => loaders[language]();

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
