/** Everything that can be wrong with a formula or rule, with its English sentence; `values` fills the placeholders. */
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

/** What was expected: `wanted` is one of these keys; each language has its own words for them. */
const expectedKinds = {
  operand: 'a number, a name or "("',
  operatorOrEnd: 'an operator or the end',
  name: 'a name',
  sign: '"{sign}"',
} as const;

export type ExpectedKind = keyof typeof expectedKinds;

const isExpectedKind = (value: unknown): value is ExpectedKind =>
  typeof value === 'string' && Object.hasOwn(expectedKinds, value);

function english(code: FormulaErrorCode, values: Readonly<Record<string, string | number>>): string {
  const { wanted } = values;
  const sentence = isExpectedKind(wanted)
    ? sentences[code].replace('{wanted}', expectedKinds[wanted])
    : sentences[code];
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
}

export type FormulaErrorCode = keyof typeof sentences;
export const formulaErrorCodes = Object.keys(sentences) as FormulaErrorCode[];

/** Says where a text is not a formula or a rule, and what would have been accepted there. */
export class FormulaError extends Error {
  constructor(
    readonly code: FormulaErrorCode,
    /** Offset of the first wrong character, from 0. */
    readonly at: number,
    /** Number of wrong characters. */
    readonly length: number,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(`at ${at + 1}: ${english(code, values)}`);
    this.name = 'FormulaError';
  }
}
