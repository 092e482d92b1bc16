import Papa from 'papaparse';

/** What stands between cells; if two fit equally well, the first is taken. */
export const delimiters = ['\t', ';', ',', '|', '，', '；', 'columns', 'blanks'] as const;
/** `columns` is two blanks or more, so that names may have single ones in them; `blanks` any number. */
export type Delimiter = (typeof delimiters)[number];

/** The cells of a text whose lines end in `\n`, by Papa Parse (RFC 4180). */
export function parseCells(text: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> {
  const { marked, mark } = markedText(text, delimiter);
  return Papa.parse<string[]>(marked, { delimiter: mark, newline: '\n', preview });
}

const blanks: Readonly<Partial<Record<Delimiter, RegExp>>> = {
  columns: /"(?:[^"\n]|"")*"|[^\S\n]{2,}|\t/g,
  blanks: /"(?:[^"\n]|"")*"|[^\S\n]+/g,
};

/** The text with one mark between cells. Blanks at the ends of a line separate nothing; quoted ones stay. */
export function markedText(text: string, delimiter: Delimiter): { readonly marked: string; readonly mark: string } {
  const run = blanks[delimiter];
  if (!run) return { marked: text, mark: delimiter };
  const marked = text.replace(/^[^\S\n]+|[^\S\n]+$/gm, '').replace(run, (part) => (part.startsWith('"') ? part : '\t'));
  return { marked, mark: '\t' };
}
