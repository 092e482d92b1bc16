import type { NumberFormat } from '../../experiment/core/types';
import type { Breakdown } from './breakdown';
import type { OperationWord } from './operationWords';

/**
 * The reasons why a run ended as it did. Each code is a key of why.json in every folder of src/language, listed with the
 * placeholders of its sentence; the page adds `directions`, how many parameters the run moves. The value of a placeholder
 * is a number, measured or computed, or one of `TextPlaceholder`.
 */
export const whyCodes = {
  overflow: ['step', 'computing', 'operation', 'a', 'b', 'limit', 'point'],
  nan: ['step', 'computing', 'operation', 'a', 'b', 'point'],
  nanOfInfinity: ['step', 'computing', 'operation', 'a', 'b', 'point'],
  climbs: [],
  pastLimit: ['lr', 'ratio', 'limit', 'percent', 'growth'],
  pastLimitVelocity: ['lr', 'ratio', 'limit', 'growth'],
  pastLimitNear: ['lr', 'ratio', 'limit', 'growth', 'point'],
  pastLimitIn: ['lr', 'ratio', 'limit', 'count', 'point'],
  atLimit: ['lr'],
  atLimitVelocity: ['lr'],
  steeper: ['lr', 'limit', 'step', 'lambda', 'bearable'],
  curvesDown: ['lambda'],
  grew: ['count', 'growth'],
  leftTo: ['parameter', 'value'],
  leftAlong: ['parameter', 'value'],
  leftDownhill: ['parameter', 'value'],
  leftSlowing: ['parameter', 'count', 'growth'],
  leftGrowing: ['parameter', 'count', 'growth', 'overflow'],
  leftDiverging: ['parameter', 'count', 'growth', 'overflow'],
  cycle: ['period', 'size'],
  kink: ['point', 'before', 'after'],
  kinkMinimum: ['distance', 'gradient'],
  stepsOfRate: ['move', 'lr', 'distance'],
  moves: ['move', 'distance'],
  batchNoise: ['noise', 'gradient'],
  vanishing: ['format', 'parameter', 'value', 'gap', 'update'],
  coarse: ['format', 'parameter', 'value', 'gap', 'update', 'move'],
  flat: ['gradient', 'lr', 'move'],
  effectiveRate: ['first', 'last'],
  saddle: ['down', 'up'],
  maximum: ['lambda'],
  levelValley: ['distance'],
  levelGround: ['distance'],
  lowerNearby: ['distance'],
  onKink: ['before', 'after'],
  tip: ['point', 'parameter', 'before', 'after'],
  noGradient: ['point', 'computing', 'operation', 'a', 'b'],
  flatterThanParabola: [],
  pace: ['count', 'percent', 'steps'],
  nearer: ['count', 'percent'],
  noNearer: ['count'],
  nearerThenFarther: ['count', 'percent', 'later'],
  rises: ['count', 'before', 'loss'],
  climbedBack: ['step', 'least', 'loss'],
  slowest: ['lambda', 'percent', 'steps'],
  alike: ['percent', 'steps'],
  localMinimum: ['loss', 'lowest'],
  localUnbounded: ['loss'],
  arrived: ['step', 'reach'],
  rate: ['step', 'reach', 'from', 'to', 'percent'],
  rateAndTheory: ['step', 'reach', 'from', 'to', 'percent', 'predicted'],
  bestRate: ['kappa', 'lr', 'percent'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WhyCode = keyof typeof whyCodes;

/** A parameter's name; the key of a word in the sentence; the coordinates of a point, none if they are too many to read. */
interface TextPlaceholder {
  readonly parameter: string;
  readonly computing: Breakdown['computing'];
  readonly format: NumberFormat;
  readonly operation: OperationWord;
  readonly point: readonly number[];
}

type ValueOf<Name extends string> = Name extends keyof TextPlaceholder ? TextPlaceholder[Name] : number;

/** A code with the values of its placeholders. */
export interface ReasonOf<Code extends WhyCode> {
  readonly code: Code;
  readonly values: { readonly [Name in (typeof whyCodes)[Code][number]]: ValueOf<Name> };
  /** The names, in the formula, of the arguments `a` and `b`; null for one that was computed or written as a number. */
  readonly names?: readonly (string | null)[] | undefined;
}

/** One sentence about a run, as a code and values, so that it can be written in every language. */
export type Reason = { readonly [Code in WhyCode]: ReasonOf<Code> }[WhyCode];
