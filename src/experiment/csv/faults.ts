/**
 * Every way in which a file of data can be wrong, with the placeholders of its message. Where a fault has a place, the
 * message also has that: line, column, and the column's name.
 */
export const csvFaultCodes = {
  /** More than `max` MB. */
  tooBig: ['max'],
  /** The browser could not read it, e.g. a folder. */
  unreadable: [],
  notText: [],
  empty: [],
  /** A cell begins with a quotation mark that is never closed. */
  quoteOpen: [],
  /** After the closing quotation mark of a cell there is more than the end of the cell. */
  quoteInside: ['text'],
  /** A line with more or fewer cells than the first. */
  ragged: ['found', 'expected'],
  tooManyColumns: ['max'],
  tooFewColumns: [],
  tooManyRows: ['max'],
  tooFewRows: ['found', 'min'],
  notNumber: ['text'],
  /** A number past the limit of coordinates. */
  tooLarge: ['text', 'max'],
  /** `count` is how many rows lack a cell of the columns chosen. */
  missing: ['count'],
  /** The third value of a target that should be one of two classes. */
  thirdClass: ['text', 'first', 'second'],
  oneClass: ['text'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CsvFaultCode = keyof typeof csvFaultCodes;

/** Values for the placeholders of one code. */
export type FaultValues<Code extends CsvFaultCode> = Readonly<
  Record<(typeof csvFaultCodes)[Code][number], string | number>
>;

/** A cell of a file. */
export interface Place {
  /** Line of the file, from 1; that on which a row begins, whose cells may hold line breaks. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** As the first line names the column; empty where it does not. */
  readonly name?: string;
}

/** What is wrong with a file, and where; the page says it in the reader's language. */
export class CsvError extends Error {
  constructor(
    readonly code: CsvFaultCode,
    readonly values: Readonly<Record<string, string | number>>,
    readonly place?: Place,
  ) {
    super(`${place ? `line ${place.line}, column ${place.column}: ` : ''}${code} ${JSON.stringify(values)}`);
    this.name = 'CsvError';
  }
}

/** An error with the placeholders that its message needs. */
export const csvError = <Code extends CsvFaultCode>(code: Code, values: FaultValues<Code>, place?: Place): CsvError =>
  new CsvError(code, values, place);

const MOST_SHOWN = 40;

/** Text of a file, shortened for a message. */
export const excerpt = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
