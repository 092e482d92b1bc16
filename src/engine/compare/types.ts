import type { RunTrace } from '../trace/types';

/** A run from elsewhere, in the rows that its log has. */
export interface LoggedRun {
  /** The updates of our count that lead to each row; ascending. */
  readonly steps: Int32Array;
  /** One for each row; NaN or infinite where the log says so. */
  readonly loss: Float64Array;
  /** The loss over its held-back samples, one for each row, joined by straight lines over rows that lack it; absent where it has none. */
  readonly validation?: Float64Array;
  /** Its points, with the parameters of our problem; null where the log lacks some. */
  readonly path: LoggedPath | null;
  /** Whether its last loss is not finite. */
  readonly diverged: boolean;
}

/** The points of a log and the steps that lead to them. `run` has one row for each, and the loss of that row. */
export interface LoggedPath {
  readonly steps: Int32Array;
  readonly run: RunTrace;
}

/** What decides whether two numbers count as equal. */
export interface LogAccuracy {
  readonly isFloat32: boolean;
  /** Half a unit of the last digit that a loss, or a coordinate, was written with. */
  readonly lossRounding: (value: number) => number;
  readonly pathRounding: (value: number) => number;
}

/** Where a log parts from a run. */
export interface Parting {
  /** In the log's own count. */
  readonly step: number;
  /** In ours. */
  readonly row: number;
  /** Null for the loss, otherwise the index of the parameter that differs. */
  readonly parameter: number | null;
  readonly logged: number;
  readonly ours: number;
  /** The largest difference that counts as equal there. */
  readonly tolerance: number;
}

/** How far a log agrees with the run that it is nearest to. */
export interface Agreement {
  readonly run: number;
  /** What is taken from a step of the log to give ours: for its losses, and for its points. */
  readonly offset: number;
  readonly pathOffset: number;
  /** Rows that were compared, and those before the first difference. */
  readonly compared: number;
  readonly equal: number;
  /** The largest tolerance up to the last row that is equal; 0 where none is. */
  readonly tolerance: number;
  /** Null where all rows agree. */
  readonly parting: Parting | null;
}
