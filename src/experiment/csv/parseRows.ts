import type Papa from 'papaparse';
import { csvError, excerpt, type CellPosition, type CsvError } from './faults';
import { likelyDelimiter, SAMPLE } from './likelyDelimiter';
import { delimiters, markedText, parseCells, type Delimiter } from './parseCells';

/** A row of a file; its cells have no white space around them. */
export interface Row {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line of a file that is no row of its table. */
export interface SkippedLine {
  readonly line: number;
  readonly why: SkipReason;
  readonly text: string;
}

export const skipReasons = ['separator', 'comment', 'title', 'units', 'namesAgain', 'footer'] as const;
type SkipReason = (typeof skipReasons)[number];

/** The rows of a file, without blank ones, of any number of cells each. */
export interface ParsedRows {
  readonly rows: readonly Row[];
  readonly delimiter: Delimiter;
  /** Lines before the table that say which separator it has, or comment on it. */
  readonly skipped: readonly SkippedLine[];
}

/**
 * The rows of a text with any line endings.
 *
 * @throws CsvError if it is empty, another kind of text, or has a wrong quotation mark, whose position is then given
 */
export function parseRows(source: string): ParsedRows {
  const lines = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  checkKind(lines);
  const { text, skipped, separator } = withoutLeadingLines(lines);
  if (text.trim() === '') throw csvError('empty', {});
  const found = separator ?? likelyDelimiter(text);
  // With commas, a wrong quotation mark or a line that is far too long is found below.
  const delimiter = found ?? ',';
  // Check a sample first, so that a line of a million cells is refused before everything is parsed.
  checkWidest(withLineNumbers(parseCells(text.slice(0, SAMPLE.characters), delimiter, SAMPLE.rows).data));
  const { data, errors } = parseCells(text, delimiter);
  const [error] = errors;
  if (error) throw quoteFault(error, text, delimiter);
  if (found === null) throw csvError('tooFewColumns', {}, { line: firstLine(text), column: 1 });
  return { rows: withLineNumbers(data).filter(isFilled), delimiter, skipped };
}

/** Refuses texts that are no tables but of a kind that is easily named. */
function checkKind(text: string): void {
  const start = text.trimStart();
  if (/^<(!doctype|html|\?xml|svg|table)/i.test(start)) throw csvError('otherText', { kind: 'markup' });
  if (/^(\{|\[\s*[{["\]])/.test(start)) throw csvError('otherText', { kind: 'json' });
}

const SEPARATOR_LINE = /^"?sep=(.|\\t)"?[^\S\n]*$/i;
const COMMENT = /^\s*(#(?!N\/A|NA\b|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)|%|\/\/|@)/i;

/** Whether a line or the first cell of a row begins a comment. */
export const isComment = (text: string): boolean => COMMENT.test(text);

interface Beginning {
  /** The text in which lines that are no rows are blank, so that the others keep their numbers. */
  readonly text: string;
  readonly skipped: readonly SkippedLine[];
  readonly separator: Delimiter | null;
}

/** Comments are cut out before the cells are parsed, because a quotation mark in one would open a cell. */
function withoutLeadingLines(text: string): Beginning {
  const skipped: SkippedLine[] = [];
  let separator: Delimiter | null = null;
  let from = 0;
  for (let line = 1; from < text.length; line += 1) {
    const feed = text.indexOf('\n', from);
    const end = feed === -1 ? text.length : feed;
    const content = text.slice(from, Math.min(end, from + LONGEST_COMMENT));
    const named = SEPARATOR_LINE.exec(content)?.[1];
    if (named !== undefined) {
      separator = delimiters.find((mark) => mark === (named === '\\t' ? '\t' : named)) ?? null;
      skipped.push({ line, why: 'separator', text: content });
    } else if (isCommentLine(content)) skipped.push({ line, why: 'comment', text: content });
    else if (content.trim() !== '') break;
    from = end + 1;
  }
  return { text: '\n'.repeat(lineBreaks(text.slice(0, from))) + text.slice(from), skipped, separator };
}

const LONGEST_COMMENT = 2000;

/** A line of names may begin with a cell that is a number sign: `#,area,price`. */
const isCommentLine = (content: string): boolean => isComment(content) && !/^\s*#[^\S\n]*[\t;,|]/.test(content);

/** The rows, blank ones included, with the line each begins on. */
function withLineNumbers(data: readonly (readonly string[])[]): Row[] {
  let next = 1;
  return data.map((raw) => {
    const line = next;
    next += 1 + raw.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    return { line, cells: raw.map((cell) => cell.trim()) };
  });
}

/** A cell of a line that is only drawn: `---` or `:---:`. */
const DRAWN = /^[:+]?[-=_]{3,}[:+]?$/;

/** Whether a row has anything besides separators and drawn lines. */
const isFilled = ({ cells }: Row): boolean => cells.some((cell) => cell !== '' && !DRAWN.test(cell));

const lineBreaks = (text: string): number => (text.includes('\n') ? text.split('\n').length - 1 : 0);

const firstLine = (text: string): number => lineBreaks(text.slice(0, text.search(/\S/))) + 1;

/** More cells than this in a row are no table. */
const WIDEST = 5000;

function checkWidest(rows: readonly Row[]): void {
  const wide = rows.find(({ cells }) => cells.length > WIDEST);
  if (wide) throw csvError('tooManyColumns', { max: WIDEST }, { line: wide.line, column: WIDEST + 1 });
}

function quoteFault({ code, index = 0 }: Papa.ParseError, text: string, delimiter: Delimiter): CsvError {
  const { marked } = markedText(text, delimiter);
  // The index of Papa Parse is the beginning of the cell, after its quotation mark.
  const before = parseCells(marked.slice(0, Math.max(0, index - 1)), delimiter).data;
  const position: CellPosition = {
    line: lineBreaks(marked.slice(0, Math.max(0, index - 1))) + 1,
    column: Math.max(1, before.at(-1)?.length ?? 1),
  };
  if (code === 'MissingQuotes') return csvError('quoteOpen', {}, position);
  const rest = marked.slice(index - 1, index + 200).split('\n')[0] ?? '';
  return csvError('quoteInside', { text: excerpt(rest) }, position);
}
