export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** As documents name them. */
export const languageTag: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The first of the browser's languages that the page speaks; English when there is none. */
export function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}
