/**
 * Every kind of fault in a CSV file, with the placeholders of its message. The message of a fault with a position also
 * has line, column and the column's name.
 */
export const csvFaultCodes = {
  /** More than `max` MB. */
  tooBig: ['max'],
  /** The browser could not read it; it may be a folder. */
  unreadable: [],
  /** What tells encodings apart did not load. */
  noDetector: [],
  /** A file of `kind` (`binaryKinds`) that is no text. */
  notText: ['kind'],
  /** A text of `kind` that is no table: `markup` or `json`. */
  otherText: ['kind'],
  empty: [],
  /** A cell starts with a quotation mark that is never closed. */
  quoteOpen: [],
  /** Text follows the closing quotation mark of a cell. */
  quoteInside: ['text'],
  /** A line with more or fewer cells than the table has columns. */
  ragged: ['found', 'expected'],
  /** Commas stand between cells and in numbers. */
  tornNumbers: ['found', 'expected'],
  tooManyColumns: ['max'],
  tooFewColumns: [],
  /** All but one column are empty; `text` is the name of the first of those. */
  oneFilled: ['text'],
  tooFewRows: ['found', 'min'],
  notNumber: ['text'],
  /** A number outside the limit of coordinates. */
  tooLarge: ['text', 'max'],
  /** A number that float64 does not hold. */
  infinite: ['text'],
  /** A gap without a spelling. */
  emptyCell: [],
  /** A gap, spelled `text`. */
  missing: ['text'],
  /** A third value of a target that should have two classes. */
  thirdClass: ['text', 'first', 'second'],
  oneClass: ['text'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CsvFaultCode = keyof typeof csvFaultCodes;

/** Values for the placeholders of one code. */
export type FaultValues<Code extends CsvFaultCode> = Readonly<
  Record<(typeof csvFaultCodes)[Code][number], string | number>
>;

/** A cell of a file. */
export interface CellPosition {
  /** Line of the file on which the row begins, from 1; cells may contain line breaks. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Name of the column in the line of names; empty if it has none. */
  readonly name?: string;
}

/** A fault of a file and its position; the page words it in the user's language. */
export class CsvError extends Error {
  constructor(
    readonly code: CsvFaultCode,
    readonly values: Readonly<Record<string, string | number>>,
    readonly position?: CellPosition,
  ) {
    super(`${position ? `line ${position.line}, column ${position.column}: ` : ''}${code} ${JSON.stringify(values)}`);
    this.name = 'CsvError';
  }
}

/** An error with the placeholders that its message needs. */
export const csvError = <Code extends CsvFaultCode>(
  code: Code,
  values: FaultValues<Code>,
  position?: CellPosition,
): CsvError => new CsvError(code, values, position);

const MAX_SHOWN = 40;

/** Text of the file, shortened for a message. */
export const excerpt = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);
