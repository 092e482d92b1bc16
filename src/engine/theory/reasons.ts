/**
 * The reasons why a run ended as it did. Each code is a key of src/language/why.*.json, listed with the placeholders
 * of its sentence. The value of a placeholder is a number, measured or computed; that of `parameter` is a name.
 */
export const whyCodes = {
  overflow: ['step'],
  nan: ['step'],
  climbs: [],
  pastLimit: ['lr', 'ratio', 'limit', 'percent', 'growth'],
  pastLimitVelocity: ['lr', 'ratio', 'limit', 'growth'],
  pastLimitNear: ['lr', 'ratio', 'limit', 'growth'],
  pastLimitIn: ['lr', 'ratio', 'limit', 'count', 'total'],
  atLimit: ['lr'],
  steeper: ['lr', 'limit', 'step', 'lambda', 'bearable'],
  curvesDown: ['lambda'],
  grew: ['count', 'growth'],
  leftAlong: ['parameter', 'value'],
  leftGrowing: ['parameter', 'count', 'growth'],
  cycle: ['period', 'size'],
  stepsOfRate: ['move', 'lr', 'distance'],
  moves: ['move', 'distance'],
  batchNoise: ['noise', 'gradient'],
  flat: ['gradient', 'lr', 'move'],
  effectiveRate: ['first', 'last'],
  saddle: ['lambda'],
  pace: ['count', 'percent', 'steps'],
  noNearer: ['count'],
  slowest: ['lambda', 'percent', 'steps'],
  arrived: ['step'],
  rate: ['percent'],
  rateAndTheory: ['percent', 'predicted'],
  bestRate: ['kappa', 'lr', 'percent'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WhyCode = keyof typeof whyCodes;

type ValueOf<Name extends string> = Name extends 'parameter' ? string : number;

/** A code with the values of its placeholders. */
export interface ReasonOf<Code extends WhyCode> {
  readonly code: Code;
  readonly values: { readonly [Name in (typeof whyCodes)[Code][number]]: ValueOf<Name> };
}

/** One sentence about a run, as a code and values, so that it can be written in every language. */
export type Reason = { readonly [Code in WhyCode]: ReasonOf<Code> }[WhyCode];
