/** What can be wrong with a text; `values` fills the placeholders of the sentence for it. */
const sentences = {
  empty: 'the formula is missing',
  tooLong: '{length} characters; at most {max} are allowed',
  tooDeep: 'nested more than {max} levels deep',
  badCharacter: '"{found}" cannot stand in a formula',
  badNumber: '"{found}" is not a number',
  unexpected: 'found "{found}" where {wanted} was expected',
  unexpectedEnd: 'the text ends where {wanted} was expected',
  unknownName: '"{found}" is not a known name; known are {known}',
  unknownFunction: '"{found}" is not a function; the functions are {known}',
  wrongCount: '{found} takes {expected} arguments, not {given}',
  onlyInRules: '{found}(...) can be used in an update rule only',
  reserved: '"{found}" has a meaning of its own and cannot be a name',
  duplicate: '"{found}" is named twice',
  noSignature: 'a rule begins with its signature, such as adam(lr = 0.001)',
  noTheta: 'the rule never assigns theta',
  notAssigned: 'the state "{found}" is never assigned',
  notANumberDefault: 'the default of "{found}" must be a number, true or false',
  initialState: 'the first value of the state "{found}" may use hyperparameters only',
} as const;

/** What can be missing: `wanted` is one of these words, for which every language has its own. */
const wants = {
  operand: 'a number, a name or "("',
  operatorOrEnd: 'an operator or the end',
  name: 'a name',
  sign: '"{sign}"',
} as const;

export type Wanted = keyof typeof wants;

const isWanted = (value: unknown): value is Wanted => typeof value === 'string' && Object.hasOwn(wants, value);

function english(code: FormulaErrorCode, values: Readonly<Record<string, string | number>>): string {
  const { wanted } = values;
  const sentence = isWanted(wanted) ? sentences[code].replace('{wanted}', wants[wanted]) : sentences[code];
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

export type FormulaErrorCode = keyof typeof sentences;
export const formulaErrorCodes = Object.keys(sentences) as FormulaErrorCode[];

/** A text that is not a formula or a rule: where, and what would have been accepted. */
export class FormulaError extends Error {
  constructor(
    readonly code: FormulaErrorCode,
    /** Offset of the first offending character. */
    readonly at: number,
    /** How many characters are to blame. */
    readonly length: number,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(`at ${at + 1}: ${english(code, values)}`);
    this.name = 'FormulaError';
  }
}
