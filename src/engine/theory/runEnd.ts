import { largestNumber } from '../common/largestNumber';
import { precisionParts } from '../float64/precisionParts';
import type { Precision } from '../loss/evaluator';
import type { Plan, RunPlan } from '../plan/types';
import type { Breakdown } from './breakdown';
import type { Outcome, RunTrace } from '../trace/types';
import type { Curvature } from './curvature';
import type { Edge } from './edge';

/** What the reasons are computed from. */
export interface RunEnd {
  readonly plan: Plan;
  readonly run: RunPlan;
  readonly trace: RunTrace;
  readonly edge: Edge;
  readonly curvature: Curvature;
  /** Last row with finite numbers. */
  readonly last: number;
  /** Rate of the last update. */
  readonly lr: number;
  /** That of the engine. */
  readonly precision: Precision;
}

export type Diverged = Outcome & { kind: 'diverged' };
export type Converged = Outcome & { kind: 'converged' };

/** Most coordinates that a sentence can name in passing, and where the point is what it is about. */
const MOST_COORDINATES = 3;
export const MOST_OF_SUBJECT = 8;

/** A point as a sentence names it: none of its coordinates if they are too many to read. */
export const readable = (point: readonly number[], most = MOST_COORDINATES): readonly number[] =>
  point.length <= most ? point : [];

/** The largest number in what a run computes; the loss that is recorded has a format of its own (docs/numerics.md). */
export function largestOf(
  { run, precision }: Pick<RunEnd, 'run' | 'precision'>,
  computing?: Breakdown['computing'],
): number {
  if (!run.precision) return largestNumber[precision];
  if (computing === 'loss') return largestNumber.float64;
  const { format, master } = run.precision;
  return precisionParts().largest[master && computing !== 'gradient' && computing !== 'curvature' ? 'float32' : format];
}
