import english from '../language/en/formula.json' with { type: 'json' };

/**
 * One language's sentence for everything that can be wrong with a formula or rule, and under `expected` its words for what
 * was expected instead. Names in braces are placeholders.
 */
export type FormulaMessages = typeof english;

/** What was expected: the value `wanted` of an error is one of these. */
export type ExpectedKind = keyof FormulaMessages['expected'];

export type FormulaErrorCode = Exclude<keyof FormulaMessages, 'expected'>;

const { expected: expectedKinds, ...sentences } = english;
export const formulaErrorCodes = Object.keys(sentences) as FormulaErrorCode[];

const isExpectedKind = (value: unknown): value is ExpectedKind =>
  typeof value === 'string' && Object.hasOwn(expectedKinds, value);

/** The values that an error has for the placeholders of its sentence. */
type Values = Readonly<Record<string, string | number>>;

const fill = (message: string, values: Values): string =>
  message.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

/** The sentence of an error in the language of `messages`, which `edit` may change before its placeholders are filled. */
export function formulaSentence(
  messages: FormulaMessages,
  { code, values }: { readonly code: FormulaErrorCode; readonly values: Values },
  edit = (message: string): string => message,
): string {
  const { wanted } = values;
  const expected = isExpectedKind(wanted) ? { wanted: fill(edit(messages.expected[wanted]), values) } : {};
  return fill(edit(messages[code]), { ...values, ...expected });
}

/** For scripts and consoles, where typographic quotation marks are unusual. */
const withPlainMarks = (message: string): string => message.replace(/[“”]/g, '"').replaceAll('…', '...');

/** Says where a text is not a formula or a rule, and what would have been accepted there. */
export class FormulaError extends Error {
  constructor(
    readonly code: FormulaErrorCode,
    /** Offset of the first wrong character, from 0. */
    readonly at: number,
    /** Number of wrong characters. */
    readonly length: number,
    readonly values: Values = {},
  ) {
    super(`at ${at + 1}: ${formulaSentence(english, { code, values }, withPlainMarks)}`);
    this.name = 'FormulaError';
  }
}
