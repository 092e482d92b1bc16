import Papa from 'papaparse';
import { csvError, type CsvError, excerpt, type CellPosition } from './faults';
import { csvLimits } from './limits';
import { isNumber } from './numbers';

/** A row of a file; its cells have no white space around them. */
export interface Row {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file, without blank ones; all have the same number of cells. */
export interface ParsedRows {
  readonly rows: readonly Row[];
  readonly delimiter: Delimiter;
}

/** If two fit equally well, the first is taken. */
const delimiters = ['\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * The rows of a CSV text with any line endings, parsed by Papa Parse (RFC 4180).
 *
 * @throws CsvError with the position of a wrong quotation mark or of a row with another number of cells
 */
export function parseRows(source: string): ParsedRows {
  const text = source.replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw csvError('empty', {});
  const delimiter = likelyDelimiter(text);
  // Check a sample first, so that a line of a million cells is refused before everything is parsed.
  checkWidest(withLineNumbers(parse(text.slice(0, SAMPLE.characters), delimiter, SAMPLE.rows).data));
  const { data, errors } = parse(text, delimiter);
  const [error] = errors;
  if (error) throw quoteFault(error, text, delimiter);
  const rows = withLineNumbers(data).filter(isFilled);
  checkWidths(rows);
  return { rows, delimiter };
}

/** The beginning of a file that the delimiter is guessed from. */
const SAMPLE = { characters: 100_000, rows: 50 };

const parse = (text: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });

/** The delimiter with which the largest share of cells are numbers; the comma if none gives two columns. */
function likelyDelimiter(text: string): Delimiter {
  const start = text.slice(0, SAMPLE.characters);
  const shares = delimiters.map((delimiter) => ({ delimiter, share: numberShare(start, delimiter) }));
  return shares.reduce((best, next) => (next.share > best.share ? next : best), { delimiter: ',', share: -1 })
    .delimiter;
}

function numberShare(text: string, delimiter: Delimiter): number {
  const rows = withLineNumbers(parse(text, delimiter, SAMPLE.rows).data).filter(isFilled);
  if ((rows[0]?.cells.length ?? 0) < csvLimits.columns.min) return -1;
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== ''));
  return (
    cells.filter((cell) => isNumber(cell, '.') || (delimiter !== ',' && isNumber(cell, ','))).length / cells.length
  );
}

/** The rows, blank ones included, with the line each begins on. */
function withLineNumbers(data: readonly (readonly string[])[]): Row[] {
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

/** Throws CsvError unless the first row has enough cells and all others have as many. */
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
  // The index of Papa Parse is the beginning of the cell, after its quotation mark.
  const position = positionBefore(text.slice(0, Math.max(0, index - 1)), delimiter);
  if (code === 'MissingQuotes') return csvError('quoteOpen', {}, position);
  return csvError('quoteInside', { text: excerpt(text.slice(index - 1, index + 200).split('\n')[0] ?? '') }, position);
}

/** The position of the cell that begins where the text ends. */
function positionBefore(text: string, delimiter: Delimiter): CellPosition {
  const { data } = parse(text, delimiter);
  return { line: lineBreaks(text) + 1, column: Math.max(1, data.at(-1)?.length ?? 1) };
}
