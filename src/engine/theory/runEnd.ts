import type { NumberFormat } from '../../experiment/core/types';
import type { Precision } from '../loss/evaluator';
import type { Plan, RunPlan } from '../plan/types';
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

/** The format of a run's parameters. */
export const formatOf = ({ run, precision }: Pick<RunEnd, 'run' | 'precision'>): NumberFormat =>
  run.precision?.master ? 'float32' : (run.precision?.format ?? precision);
