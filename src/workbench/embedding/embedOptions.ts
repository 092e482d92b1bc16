import { languages, type Language } from '../../language';
import { themes, type Theme } from '../stores/storedPreferences';

/** What the host says in the query of embed.html; the experiment is in the fragment, as in every link. */
export interface EmbedOptions {
  /** Origins whose messages are obeyed, such as `https://school.example`; `*` stands for all. */
  readonly origins: readonly string[];
  /** Absent: the reader's own. */
  readonly theme?: Theme;
  readonly language?: Language;
  /** Whether the host gives the frame the height that it is told; otherwise the stage fits into the frame as it is. */
  readonly growsFreely: boolean;
}

/** @param query the part of the address from `?` on; what cannot be read in it is left out */
export function readEmbedOptions(query: string): EmbedOptions {
  const fields = new URLSearchParams(query);
  const theme = themes.find((known) => known === fields.get('theme'));
  const language = languages.find((known) => known === fields.get('lang'));
  return {
    origins: (fields.get('origins') ?? '').split(/\s+/).filter((origin) => origin !== ''),
    ...(theme && { theme }),
    ...(language && { language }),
    growsFreely: fields.get('height') === 'auto',
  };
}

export const isAllowed = (origin: string, { origins }: Pick<EmbedOptions, 'origins'>): boolean =>
  origins.includes('*') || origins.includes(origin);
