/** A cell as the file has it: text of a CSV file, or a value of JSON. */
export type Cell = unknown;

/** A log as a table, before it is known what its columns are. */
export interface LogTable {
  readonly names: readonly string[];
  /** One list for each row, as long as `names`. */
  readonly rows: readonly (readonly Cell[])[];
  /** Line of the file, or number of the entry, of each row, from 1. */
  readonly lines: readonly number[];
  /** Whether a row without a step counts epochs, as in what Keras returns. */
  readonly countsEpochs: boolean;
}

/** What the columns of a log are used as, by their index. */
export interface LogColumns {
  /** Null where rows are counted from 0. */
  readonly step: number | null;
  readonly loss: number;
}

export type LogCount = 'step' | 'epoch';

/** A quantity along a log, one number for each of its rows. */
export interface LogQuantity {
  readonly name: string;
  /** NaN where a row lacks it, and where the log says so. */
  readonly values: readonly number[];
}

/** How exactly a log was written. */
export interface LogPrecision {
  readonly kind: 'float32' | 'float64';
  /**
   * Where numbers were rounded when they were written: the most digits after the decimal point, and the most significant
   * ones if those are what they were rounded to.
   */
  readonly rounded: { readonly decimals: number; readonly digits: number | null } | null;
}

/** A run from elsewhere: what its log says about its loss, and about all else that could be parameters. */
export interface RunLog {
  readonly name: string;
  readonly counts: LogCount;
  /** Ascending whole numbers. */
  readonly steps: readonly number[];
  readonly loss: LogQuantity;
  readonly others: readonly LogQuantity[];
  readonly precision: LogPrecision;
  /** Rows that were merged into an earlier one of the same step although both had a loss: the last counts. */
  readonly repeated: number;
}
