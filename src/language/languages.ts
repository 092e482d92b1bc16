import type { LanguageFacts } from './facts';
import * as list from './list';

export type Language = keyof typeof list;

/** The languages in the order in which they are offered. */
export const facts: Readonly<Record<Language, LanguageFacts>> = list;

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(facts, value);

export const languages: readonly Language[] = Object.keys(facts).filter(isLanguage);

/** The first of the browser's languages that the page speaks; English when there is none. */
export function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}
