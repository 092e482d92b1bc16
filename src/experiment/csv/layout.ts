import { isGap } from './gaps';
import { commonWidth } from './likelyDelimiter';
import { isNumber, tellingSign, type DecimalSign } from './numbers';
import { isComment, type ParsedRows, type Row, type SkippedLine } from './parseRows';

/** Where the table is among the rows of a file. */
export interface Layout {
  /** The row that names the columns; null if there is none. */
  readonly names: Row | null;
  /** The rows of data. Each has `width` cells, unless its own number of cells does not fit. */
  readonly rows: readonly Row[];
  readonly width: number;
  readonly decimal: DecimalSign;
  /** Whether any number could have been written with the other decimal sign, or has a comma. */
  readonly isDecimalOpen: boolean;
  /** Lines that are no rows of the table, in the order of the file. */
  readonly skipped: readonly SkippedLine[];
}

/** How the user wants a file to be read where it can be read in several ways; what is absent is judged from the file. */
export interface LayoutChoice {
  /** Whether the row before the data holds the names of the columns. */
  readonly isNamed?: boolean;
  readonly decimal?: DecimalSign;
}

/** Finds the table among the rows of a file: the names above its data, and the lines around it that belong to neither. */
export function layoutOf(parsed: ParsedRows, choice: LayoutChoice): Layout {
  const width = commonWidth(parsed.rows.map(({ cells }) => cells));
  const { rows, comments } = withoutComments(parsed.rows.map((row) => fitted(row, width)));
  const signs = signsOf(parsed, rows);
  const decimal = choice.decimal ?? signs.decimal;
  const columns = new NumberColumns(rows, width, decimal);
  const first = columns.firstData(rows);
  const { header, titles, units } = headOf(rows.slice(0, first), columns);
  const found = header ?? commentedNames(parsed, rows[first], width);
  const isNamed = choice.isNamed ?? found !== null;
  const names = isNamed ? (found ?? rows[first] ?? null) : null;
  const body = rows.slice(first).filter((row) => row !== names);
  const end = footerStart(body, columns);
  const again = body.slice(0, end).filter(({ cells }) => header && cells.join('\n') === header.cells.join('\n'));
  const dismissed = new Set(again);
  const why = (reason: SkippedLine['why']) => (row: Row) => skippedRow(row, reason);
  const skipped = [
    ...parsed.skipped.filter(({ line }) => line !== names?.line),
    ...comments.map(why('comment')),
    ...titles.map(why('title')),
    ...units.map(why('units')),
    ...again.map(why('namesAgain')),
    ...body.slice(end).map(why('footer')),
  ];
  return {
    names: names && alignedNames(names, width, rows[first]),
    // Where the user says that there are no names, that line is a row of data.
    rows: [...(header && !isNamed ? [header] : []), ...body.slice(0, end).filter((row) => !dismissed.has(row))],
    width,
    decimal,
    isDecimalOpen: signs.isOpen,
    skipped: skipped.sort((one, other) => one.line - other.line),
  };
}

const skippedRow = ({ line, cells }: Row, why: SkippedLine['why']): SkippedLine => ({
  line,
  why,
  text: cells.filter((cell) => cell !== '').join(' '),
});

/** A row without the empty cells beyond the width of the table; one that is shorter or longer stays so. */
function fitted(row: Row, width: number): Row {
  if (row.cells.length <= width) return row;
  const filled = row.cells.findLastIndex((cell) => cell !== '') + 1;
  return { line: row.line, cells: row.cells.slice(0, Math.max(width, filled)) };
}

function withoutComments(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly comments: readonly Row[] } {
  const isNote = ({ cells: [first = '', second] }: Row) => isComment(first) && !(first === '#' && second !== undefined);
  return { rows: rows.filter((row) => !isNote(row)), comments: rows.filter(isNote) };
}

interface Signs {
  readonly decimal: DecimalSign;
  /** Whether any number has a comma, or could be read with either sign. */
  readonly isOpen: boolean;
}

/**
 * The sign of the numbers that can be read with only one. If there are none, a comma where semicolons separate, as in
 * the countries that write decimal commas: elsewhere 1,234 groups thousands.
 */
function signsOf({ delimiter }: ParsedRows, rows: readonly Row[]): Signs {
  let balance = 0;
  let [hasComma, hasEither] = [false, false];
  for (const { cells } of rows) {
    if (Math.abs(balance) > ENOUGH_EVIDENCE) break;
    for (const cell of cells) {
      const sign = tellingSign(cell);
      if (sign === null) continue;
      hasComma ||= cell.includes(',');
      if (sign === 'either') hasEither = true;
      else balance += sign === ',' ? 1 : -1;
    }
  }
  const isComma = balance > 0 || (balance === 0 && hasComma && delimiter === ';');
  return { decimal: isComma ? ',' : '.', isOpen: hasComma || (hasEither && balance === 0) };
}

/** So many more numbers with one sign than with the other. */
const ENOUGH_EVIDENCE = 10_000;

/** Which columns hold numbers, and which rows fit them. */
class NumberColumns {
  private readonly numeric: readonly boolean[];
  /** Which columns are not empty throughout. */
  private readonly used: readonly boolean[];

  constructor(
    rows: readonly Row[],
    readonly width: number,
    private readonly decimal: DecimalSign,
  ) {
    const fitting = rows.filter(({ cells }) => cells.length === width).slice(0, SAMPLE_ROWS);
    const data = fitting.filter(({ cells }) => cells.some((cell) => isNumber(cell, decimal)));
    this.used = Array.from({ length: width }, (_, column) => data.some(({ cells }) => cells[column] !== ''));
    this.numeric = Array.from({ length: width }, (_, column) => {
      const filled = fitting.flatMap(({ cells }) => (isGap(cells[column] ?? '') ? [] : [cells[column] ?? '']));
      return filled.filter((cell) => isNumber(cell, decimal)).length > filled.length / 2;
    });
  }

  /** The index of the first row of data. In a table of words alone the first row is taken for the names. */
  firstData(rows: readonly Row[]): number {
    const found = rows.findIndex((row) => this.isData(row));
    return found === -1 ? Math.min(1, rows.length - 1) : found;
  }

  /** Whether a row has numbers in at least half of its filled cells of number columns. */
  private isData({ cells }: Row): boolean {
    const { numbers, filled } = this.count(cells);
    return cells.length === this.width && numbers > 0 && 2 * numbers >= filled;
  }

  /** Whether a row has a text for most columns, or for all but the first, which numbers the rows. */
  looksLikeNames({ cells }: Row): boolean {
    if (cells.length !== this.width && cells.length !== this.width - 1) return false;
    const shift = this.width - cells.length;
    const own = this.used.flatMap((isUsed, column) => (isUsed && column >= shift ? [cells[column - shift] ?? ''] : []));
    const filled = own.filter((cell) => cell !== '').length;
    return cells.length > 1 && (2 * filled > own.length || own.slice(1).every((cell) => cell !== ''));
  }

  hasWordsOnly(): boolean {
    return !this.numeric.includes(true);
  }

  hasNumber({ cells }: Row): boolean {
    return this.count(cells).numbers > 0;
  }

  /** Whether the first cell says that the row sums up others. */
  isSummary({ cells: [first = ''] }: Row): boolean {
    return !isGap(first) && !isNumber(first, this.decimal) && SUMMARY.test(first);
  }

  private count(cells: readonly string[]): { readonly numbers: number; readonly filled: number } {
    const inNumberColumns = cells.filter((cell, column) => this.numeric[column] && !isGap(cell));
    return {
      numbers: inNumberColumns.filter((cell) => isNumber(cell, this.decimal)).length,
      filled: inNumberColumns.length,
    };
  }
}

const SAMPLE_ROWS = 1000;

/** What the first cell of a line of sums begins with: a whole word where words are parted by blanks, for Sumatra is no sum. */
const SUMMARY =
  /^((grand )?(totals?|sum|average|mean|count|summe|gesamt|moyenne)(?!\p{L})|合计|总计|小计|平均|均值|合計|總計)/iu;

interface Head {
  readonly header: Row | null;
  readonly titles: readonly Row[];
  readonly units: readonly Row[];
}

/** The rows before the data: of those that name most columns and stand together just above it, the first holds the names. */
function headOf(rows: readonly Row[], columns: NumberColumns): Head {
  const from = rows.findLastIndex((row) => !columns.looksLikeNames(row)) + 1;
  return { header: rows[from] ?? null, titles: rows.slice(0, from), units: rows.slice(from + 1) };
}

/** Names that stand as a comment just above the data, as NumPy writes them. */
function commentedNames({ skipped, delimiter }: ParsedRows, first: Row | undefined, width: number): Row | null {
  const last = skipped.findLast(({ why }) => why === 'comment');
  if (!last || !first || last.line >= first.line) return null;
  const words = last.text.replace(/^\s*(#|%|\/\/)+\s*/, '');
  const isBlank = delimiter === 'blanks' || delimiter === 'columns';
  const cells = words.split(isBlank ? /\s+/ : delimiter).map((cell) => cell.trim());
  return cells.length === width && cells.every((cell) => cell !== '') ? { line: last.line, cells } : null;
}

/** A line of names that is one short leaves out the name of the first column, where that numbers or names the rows. */
function alignedNames(names: Row, width: number, first: Row | undefined): Row {
  if (names.cells.length === width - 1 && first?.cells.at(-1) !== '')
    return { line: names.line, cells: ['', ...names.cells] };
  return names;
}

/** The index from which on rows are a footer: none of their cells is a number of the table, or they sum it up. */
function footerStart(rows: readonly Row[], columns: NumberColumns): number {
  const isFooter = (row: Row) =>
    columns.isSummary(row) ||
    (!columns.hasNumber(row) && row.cells.filter((cell) => !isGap(cell)).length < columns.width);
  let end = rows.length;
  while (!columns.hasWordsOnly() && end > 1 && isFooter(rows[end - 1] as Row)) end -= 1;
  return end;
}
