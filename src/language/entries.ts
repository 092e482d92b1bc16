import type { Language } from './languages';

/** What a language calls what the catalogue, the lessons and the questions say, by their English texts. */
export type Entries = Readonly<Record<string, string>>;

/** A text that stands with its entry, in the languages that the entries are written in. */
type WrittenText = { readonly en: string } & { readonly [Other in Language]?: string };

const known = new Map<Language, Entries>();

/** From now on these texts are known in a language. */
export const addEntries = (language: Language, entries: Entries): void => void known.set(language, entries);

/** A text of an entry in a language: as it stands with the entry, from the language's own list, or else in English. */
export function inLanguage(text: WrittenText, language: Language): string;
export function inLanguage(text: WrittenText | undefined, language: Language): string | undefined;
export function inLanguage(text: WrittenText | undefined, language: Language): string | undefined {
  return text && (text[language] ?? known.get(language)?.[text.en] ?? text.en);
}
