/** Every kind of fault in a log, with the placeholders of its message. */
export const logFaultCodes = {
  /** More than `max` MB. */
  tooBig: ['max'],
  empty: [],
  /** Text that begins like JSON and is not; `line` and `column` from 1. */
  notJson: ['line', 'column'],
  /** JSON without any of the forms that are read. */
  unknownJson: ['found'],
  /** A file without a line of column names and numbers below it. */
  noTable: ['text'],
  /** No column of numbers that could be a loss. */
  noLoss: ['found'],
  /** A cell of a chosen column that is no number; `line` is that of the file, or of the entry in JSON, from 1. */
  notNumber: ['text', 'line', 'name'],
  /** A step that is not a whole number from 0. */
  badStep: ['text', 'line', 'name'],
  tooManyRows: ['max'],
  tooFewRows: ['name'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LogFaultCode = keyof typeof logFaultCodes;

/** A fault of a log; the page words it in the user's language. */
export class LogError extends Error {
  constructor(
    readonly code: LogFaultCode,
    readonly values: Readonly<Record<string, string | number>>,
  ) {
    super(`${code} ${JSON.stringify(values)}`);
    this.name = 'LogError';
  }
}

/** An error with the placeholders that its message needs. */
export const logError = <Code extends LogFaultCode>(
  code: Code,
  values: Readonly<Record<(typeof logFaultCodes)[Code][number], string | number>>,
): LogError => new LogError(code, values);

const MAX_SHOWN = 40;

/** Text of the file, shortened for a message. */
export const excerpt = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);
