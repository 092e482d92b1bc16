import type { SweepJson } from '../../experiment';
import type { Experiment, SweepAxis, SweepMeasure } from '../../experiment/core/types';
import type { EngineName } from '../trace/types';

export type { SweepAxis, SweepMeasure };

/** A sweep on a valid experiment; `checkSweep` checks the rest. */
export interface SweepRequest extends Omit<SweepJson, 'measure'> {
  readonly experiment: Experiment;
  /** Compute only the final loss, which is much less work; the other measures are then NaN. Ignored for data, and if a schedule joins both axes. */
  readonly only?: 'loss';
}

/**
 * What is known of a sweep, row by row: row 0 at `y.from`, column 0 at `x.from`, pixel centres at the ends of each range.
 * A streamed sweep comes coarse to fine: `width` and `height` are those of the grid at hand, and only the last grid has
 * those that were asked for.
 */
export interface SweepResult {
  readonly engine: EngineName;
  readonly width: number;
  readonly height: number;
  /** Rows known so far. */
  readonly done: number;
  readonly measures: SweepMeasures;
}

/** What is new of a grid, on its way from the worker to the page: the rows from `first` on, of the measures that were asked for. */
export interface SweepPart extends Omit<SweepResult, 'measures'> {
  readonly first: number;
  readonly measures: Partial<SweepMeasures>;
}

/**
 * One number a run, height x width. Function problems look at every step. Data problems look at the loss, over all
 * samples, at the start and at the end of every epoch, and at the position after every update.
 */
export interface SweepMeasures extends Readonly<Record<SweepMeasure, Float32Array>> {
  /** Loss where the run ended; not finite where it diverged by its loss. */
  readonly loss: Float32Array;
  /** The lowest finite loss that was looked at; NaN if there was none. */
  readonly bestLoss: Float32Array;
  /**
   * The step since which the run is within reach (outcome.ts) of a known minimum, to its end; NaN where it does not end
   * there. Known are the catalogue's minima; for a typed loss and for data the one that Newton's method finds from the
   * experiment's start.
   */
  readonly steps: Float32Array;
  /** Index into `sweepOutcomes`. */
  readonly outcome: Float32Array;
  /** Index of the known minimum within reach of the end; -1 if none is. */
  readonly minimum: Float32Array;
}

/**
 * How a run of a sweep ended, by code. The first that holds, in the order of outcome.ts; a sweep keeps a few points of
 * a run instead of all of them, so four of these ask for less than outcome.ts does:
 *
 * - 5 diverged: as there. For data the loss is only looked at when an epoch ends.
 * - 2 cycling: the last point is where the run was one round before and again as many rounds before as outcome.ts looks
 *   back, and nowhere in between; the other points of the round are not compared.
 * - 0 converged: as there for known minima. For a minimum in sight of one Newton step, it must be within reach at the
 *   end and a twentieth of the run before; in between is not looked at.
 * - 4 left: as there.
 * - 3 stalled: as there, by the first point of the last twentieth and the last nine.
 * - 1 moving: none of these; outcome.ts tells descending from wandering.
 */
export const sweepOutcomes = ['converged', 'moving', 'cycling', 'stalled', 'left', 'diverged'] as const;
export type SweepOutcome = (typeof sweepOutcomes)[number];
