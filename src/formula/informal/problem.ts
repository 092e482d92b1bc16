import texts from '../../language/en/reading.json' with { type: 'json' };

export type ProblemCode = keyof typeof texts.wrong;
export const problemCodes = Object.keys(texts.wrong) as ProblemCode[];

export type ProblemValues = Readonly<Record<string, string | number>>;

/** Why a text cannot be read, before ways out of it have been looked for. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    /** Offset of the first wrong character, from 0. */
    readonly at: number,
    readonly length: number,
    readonly values: ProblemValues = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** A way out: what the field and, where it says so, the list of parameters should hold instead. Both are read without error. */
export interface Suggestion {
  readonly kind: 'text' | 'parameter' | 'constant';
  readonly text: string;
  readonly parameters?: readonly string[];
  /** The names that become parameters or constants. */
  readonly names?: readonly string[];
}

/** Says where a typed formula cannot be read, what would be accepted there, and which texts would be. */
export class ReadingError extends Error {
  constructor(
    readonly code: ProblemCode,
    /** Offset of the first wrong character, from 0. */
    readonly at: number,
    /** Number of wrong characters. */
    readonly length: number,
    readonly values: ProblemValues,
    readonly suggestions: readonly Suggestion[],
  ) {
    super(`at ${at + 1}: ${fillReading(texts.wrong[code], values)}. ${fillReading(texts.cure[code], values)}`);
    this.name = 'ReadingError';
  }
}

/** A message of the reader, in any language, with its placeholders filled in. */
export const fillReading = (message: string, values: ProblemValues): string =>
  message.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
