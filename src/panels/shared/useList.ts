import { usePreference } from '../../workbench/stores/preferences';

/** Writes texts one after the other in the user's language: `a, b, and c`. */
export function useList(): (texts: readonly string[]) => string {
  const language = usePreference((state) => state.language);
  return (texts) => new Intl.ListFormat(language).format(texts);
}
