import Papa from 'papaparse';
import { csvError, type CsvError, excerpt, type Place } from './faults';
import { csvLimits } from './limits';
import { isNumber } from './numbers';

/** A row of a file, its cells without white space around them. */
export interface Row {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of equally many cells, those that are blank left out. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly delimiter: Delimiter;
}

/** In the order in which they are preferred where two fit equally well. */
const delimiters = ['\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * The rows of a CSV text, by Papa Parse (RFC 4180), whatever ends its lines.
 *
 * @throws CsvError with line and column where quotation marks or numbers of cells do not fit
 */
export function splitRows(source: string): Rows {
  const text = source.replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw csvError('empty', {});
  const delimiter = likelyDelimiter(text);
  // A line of a million cells need not be taken apart to say that it is too long.
  checkWidest(numbered(parse(text.slice(0, SAMPLE.characters), delimiter, SAMPLE.rows).data));
  const { data, errors } = parse(text, delimiter);
  const [error] = errors;
  if (error) throw quoteFault(error, text, delimiter);
  const rows = numbered(data).filter(isFilled);
  checkWidths(rows);
  return { rows, delimiter };
}

/** So many characters and rows tell the delimiter. */
const SAMPLE = { characters: 100_000, rows: 50 };

const parse = (text: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });

/** The delimiter that makes the largest share of the cells numbers; the comma where none makes two columns. */
function likelyDelimiter(text: string): Delimiter {
  const start = text.slice(0, SAMPLE.characters);
  const shares = delimiters.map((delimiter) => ({ delimiter, share: numberShare(start, delimiter) }));
  return shares.reduce((best, next) => (next.share > best.share ? next : best), { delimiter: ',', share: -1 })
    .delimiter;
}

function numberShare(text: string, delimiter: Delimiter): number {
  const rows = numbered(parse(text, delimiter, SAMPLE.rows).data).filter(isFilled);
  if ((rows[0]?.cells.length ?? 0) < csvLimits.columns.min) return -1;
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== ''));
  return (
    cells.filter((cell) => isNumber(cell, '.') || (delimiter !== ',' && isNumber(cell, ','))).length / cells.length
  );
}

/** The rows with their lines, blank ones among them. */
function numbered(data: readonly (readonly string[])[]): Row[] {
  let next = 1;
  return data.map((raw) => {
    const line = next;
    next += 1 + raw.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    return { line, cells: raw.map((cell) => cell.trim()) };
  });
}

const isFilled = ({ cells }: Row): boolean => cells.some((cell) => cell !== '');

const lineBreaks = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0);

function checkWidest(rows: readonly Row[]): void {
  const { max } = csvLimits.columns;
  const wide = rows.find(({ cells }) => cells.length > max);
  if (wide) throw csvError('tooManyColumns', { max }, { line: wide.line, column: max + 1 });
}

/** All rows are as wide as the first, which has columns enough. */
function checkWidths(rows: readonly Row[]): void {
  const expected = rows[0]?.cells.length ?? 0;
  if (expected < csvLimits.columns.min) throw csvError('tooFewColumns', {}, { line: rows[0]?.line ?? 1, column: 1 });
  checkWidest(rows.slice(0, 1));
  for (const { line, cells } of rows) {
    const found = cells.length;
    if (found !== expected)
      throw csvError('ragged', { found, expected }, { line, column: Math.min(found, expected) + 1 });
  }
}

function quoteFault({ code, index = 0 }: Papa.ParseError, text: string, delimiter: Delimiter): CsvError {
  // Papa Parse says where the cell begins, after its quotation mark.
  const place = placeBefore(text.slice(0, Math.max(0, index - 1)), delimiter);
  if (code === 'MissingQuotes') return csvError('quoteOpen', {}, place);
  return csvError('quoteInside', { text: excerpt(text.slice(index - 1, index + 200).split('\n')[0] ?? '') }, place);
}

/** The cell that begins where a text ends. */
function placeBefore(text: string, delimiter: Delimiter): Place {
  const { data } = parse(text, delimiter);
  return { line: lineBreaks(text) + 1, column: Math.max(1, data.at(-1)?.length ?? 1) };
}
