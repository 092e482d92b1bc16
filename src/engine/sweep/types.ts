import type { SweepJson } from '../../experiment';
import type { Experiment, SweepMeasure } from '../../experiment/core/types';
import type { TestedOutcome } from '../trace/outcome';
import type { EngineName } from '../trace/types';

export type { SweepMeasure };

/** A sweep on a valid experiment, as JSON; `checkSweep` checks the rest. */
export interface SweepRequest extends Omit<SweepJson, 'measure'> {
  readonly experiment: Experiment;
  /**
   * Compute only the loss at the end, which is much faster; the other measures are then NaN. Ignored for data, and where
   * coefficients are computed for each run.
   */
  readonly only?: 'loss';
  /** Significant digits to which the values along x are rounded; absent: they are not. */
  readonly digits?: number;
}

/**
 * A grid of a sweep as far as it is computed: row 0 at `y.from`, column 0 at `x.from`, pixel centres at the ends of each
 * range. A streamed sweep comes coarse to fine; only its last grid has the width and height that were asked for.
 */
export interface SweepResult {
  readonly engine: EngineName;
  readonly width: number;
  readonly height: number;
  /** Rows computed so far. */
  readonly done: number;
  readonly measures: SweepMeasures;
}

/** New rows of a grid, as the worker sends them: those from `first` on, with the measures that were asked for. */
export interface SweepPart extends Omit<SweepResult, 'measures'> {
  readonly first: number;
  readonly measures: Partial<SweepMeasures>;
}

/**
 * One number per run, height x width. For function problems every step counts. For data problems the loss over all
 * samples counts at the start and at the end of every epoch, and the position after every update.
 */
export interface SweepMeasures extends Readonly<Record<SweepMeasure, Float32Array>> {
  /** Loss where the run ended; not finite where it diverged by its loss. */
  readonly loss: Float32Array;
  /** The lowest finite loss; NaN if there is none. */
  readonly bestLoss: Float32Array;
  /**
   * The step since which the run has been within reach (outcome.ts) of a known minimum; NaN where it does not end there.
   * Known are the minima of the catalogue; for a typed loss and for data, the one that Newton's method finds from the
   * start of the experiment.
   */
  readonly steps: Float32Array;
  /** Index into `sweepOutcomes`. */
  readonly outcome: Float32Array;
  /** Index of the known minimum within reach of the end; -1 if there is none. */
  readonly minimum: Float32Array;
}

/**
 * How a run of a sweep ended, by code: the first of `testedOutcomes` (outcome.ts) that applies, or moving. A sweep keeps only
 * a few points of a run, so four of the tests are weaker than in outcome.ts:
 *
 * - 5 diverged: the same test. For data the loss is only tested at the end of an epoch.
 * - 2 cycling: the last point recurs one round before, and as many rounds before as outcome.ts looks back, but not in
 *   between. The other points of the round are not compared.
 * - 0 converged: the same test for known minima. A minimum that one Newton step reaches must be within reach at the end
 *   and a twentieth of the run before; the points in between are not tested, and Newton's method stops after that step.
 * - 4 left: the same test.
 * - 3 stalled: the same test, with the first point of the last twentieth and the last nine.
 * - 1 moving: none of these; outcome.ts distinguishes descending, climbing and wandering.
 */
export const sweepOutcomes = [
  'converged',
  'moving',
  'cycling',
  'stalled',
  'left',
  'diverged',
] as const satisfies readonly SweepOutcome[];
export type SweepOutcome = TestedOutcome | 'moving';
