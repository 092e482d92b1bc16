/**
 * An experiment: all that is needed to reproduce what is on the screen. Plain JSON with a version.
 * Values of these types come out of `parseExperiment` or `defaultExperiment` only, with every default filled in,
 * so nothing above this floor checks them again.
 */
export interface Experiment {
  readonly version: 1;
  readonly problem: ProblemChoice;
  /** One number per parameter, or `null`: drawn from the seed (data problems only). */
  readonly start: readonly number[] | null;
  /** Updates per run, for problems that are a function. Ignored (and absent) for data problems. */
  readonly steps?: number;
  /** Passes over the data, for data problems. */
  readonly epochs?: number;
  /** Seed of every random number: data, order of samples, initial parameters. */
  readonly seed: number;
  /** One to eight. */
  readonly runs: readonly Run[];
}

export type ProblemChoice = FunctionChoice | CustomChoice | DataChoice;

/** A function problem of the catalogue, with every constant given. */
export interface FunctionChoice {
  readonly kind: 'function';
  readonly id: string;
  readonly constants: Readonly<Record<string, number>>;
}

/** A loss that a person typed. */
export interface CustomChoice {
  readonly kind: 'custom';
  readonly loss: string;
  readonly parameters: readonly string[];
}

/** A data problem of the catalogue: drawn from settings, or the data itself. */
export interface DataChoice {
  readonly kind: 'data';
  readonly id: string;
  readonly settings: Readonly<Record<string, number>>;
  /** Data given outright, instead of drawn. Not carried by links. */
  readonly given?: GivenData;
}

export interface GivenData {
  /** One row of features per sample. */
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  /** Sample indices in the order of their visit, one list per epoch; drawn from the seed when absent. */
  readonly order?: readonly (readonly number[])[];
}

export interface Run {
  /** Key of the catalogue's optimizer. */
  readonly optimizer: string;
  /** Every hyperparameter of the rule. Flags (nesterov, amsgrad ...) are booleans. */
  readonly hyper: Readonly<Record<string, number | boolean>>;
  /** Only for data problems. */
  readonly batch?: Batch;
}

export interface Batch {
  /** Samples per micro-batch, or all of them. */
  readonly size: number | 'all';
  /** Micro-batches per update, their mean losses averaged. */
  readonly accumulate: number;
}

/** What was wrong with one field of something from outside, in a form every language can say. */
export interface Complaint {
  /** Dotted path of the field, e.g. `runs.0.hyper.lr`. */
  readonly field: string;
  /** The value that was found, shortened for display. */
  readonly value: string;
  /** Message key of `complaint.*` in the catalogue. */
  readonly code: string;
  /** Values for the message's placeholders, e.g. { min: 0, max: 1 }. */
  readonly allowed: Readonly<Record<string, string | number>>;
}
