import type { ScaleKind, ScheduleChoice as Schedule, Warmup } from '../../catalogue';

export type { Schedule, Warmup };

/**
 * An experiment: everything needed to reproduce the runs, as plain JSON with a version.
 * Only `parseExperiment`, the defaults and the edits make values of these types, with every default filled in, so code
 * above this folder does not check them again.
 */
export interface Experiment {
  readonly version: 1;
  readonly problem: ProblemChoice;
  /** One number per parameter; `null` if it is sampled from the seed (data problems only). */
  readonly start: readonly number[] | null;
  /** Updates per run, for functions; absent for data problems. */
  readonly steps?: number;
  /** Passes over the data, for data problems. */
  readonly epochs?: number;
  /** Seed of every random number: data, order of samples, initial parameters. */
  readonly seed: number;
  /** One to eight. */
  readonly runs: readonly Run[];
}

export type ProblemChoice = FunctionChoice | CustomChoice | DataChoice;

/** A function problem of the catalogue, with every constant. */
export interface FunctionChoice {
  readonly kind: 'function';
  readonly id: string;
  readonly constants: Readonly<Record<string, number>>;
}

/** A loss that the user typed. */
export interface CustomChoice {
  readonly kind: 'custom';
  readonly loss: string;
  readonly parameters: readonly string[];
  /** The other names in the loss, with their values; absent if there are none. */
  readonly constants?: Readonly<Record<string, number>>;
  /** The default view, [min, max] of every parameter; absent: the same range for each (`defaultRanges`). */
  readonly ranges?: readonly (readonly [number, number])[];
}

/** A data problem of the catalogue, with sampled data or user data. */
export interface DataChoice {
  readonly kind: 'data';
  readonly id: string;
  readonly settings: Readonly<Record<string, number>>;
  /** Replaces sampled data; of `settings` only those of the model are then used. Links do not carry it. */
  readonly userData?: UserData;
}

export interface UserData {
  /** One row of features per sample. */
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  /** Sample indices in the order of their visits, one list per epoch; absent: sampled from the seed. */
  readonly order?: readonly (readonly number[])[];
  /** Column names for display, the features and then the target. Formulas call them x1, x2, ... and y; so does the page if a name is empty. */
  readonly names?: readonly string[];
  /** What the columns of the file were divided by, the features and then the target; absent: by nothing. For display. */
  readonly divisors?: readonly number[];
  /** What the file calls class 0 and class 1, for display; only where the target is a class. */
  readonly classes?: readonly [string, string];
}

export interface Run {
  /** Key of the optimizer: that of the catalogue, or the text of a rule that the user wrote (catalogue/ownRules.ts). */
  readonly optimizer: string;
  /** Every hyperparameter of the rule. Flags (nesterov, amsgrad ...) are booleans. */
  readonly hyper: Readonly<Record<string, number | boolean>>;
  /** Only for data problems. */
  readonly batch?: Batch;
  /** How the learning rate changes; absent: constant. The kind `constant` stands here only with a warm-up. */
  readonly schedule?: Schedule;
  /** What the training loop does around the rule; absent: nothing. Never empty. */
  readonly modifiers?: Modifiers;
  /** The numbers in which the run computes; absent: those of the engine, float32 on the page. */
  readonly precision?: RunPrecision;
}

export type NumberFormat = 'float64' | 'float32' | 'bfloat16' | 'float16';

/** In which numbers a run computes (docs/numerics.md). `rounding` and `master` only with a format of 16 bits. */
export interface RunPrecision {
  readonly format: NumberFormat;
  /** Absent: every operation is rounded. */
  readonly rounding?: 'stored';
  /** The rule updates a copy of the parameters in float32; the loss and its gradient see them rounded to the format. */
  readonly master?: true;
}

/** Modifiers of a training loop (catalogue/modifiers.ts), in the order in which they act; absent ones are off. */
export interface Modifiers {
  /** Probability that a hidden unit is left out; only for models with hidden units. */
  readonly dropout?: number;
  readonly maximize?: true;
  readonly l2?: number;
  /** Names of parameters, at least one, in the problem's order. */
  readonly frozen?: readonly string[];
  readonly clipValue?: number;
  readonly clipNorm?: number;
  readonly noise?: NoiseSettings;
  readonly decay?: number;
}

/** Gradient noise of standard deviation c/(1 + t)^gamma at update t. */
export interface NoiseSettings {
  readonly c: number;
  readonly gamma: number;
}

export interface Batch {
  /** Samples per micro-batch; more than there are samples means all of them. */
  readonly size: number | 'all';
  /** Micro-batches per update. */
  readonly accumulate: number;
  /** Whether the mean losses of an update's micro-batches are averaged or added. */
  readonly reduce: BatchReduce;
  /**
   * What the gradient of an incomplete last batch of an epoch is divided by: the number of micro-batches of a full one
   * (`as-is`, as the usual loop does), or so that every sample counts the same (`exact`).
   */
  readonly tail: BatchTail;
  /** How samples are chosen: in a new random order every epoch, in one random order, in their own order, or each at random with replacement. */
  readonly sampling: Sampling;
  /** Stages of a curriculum: in stage k of n only the easiest k/n of the samples take part. 1: no curriculum. */
  readonly stages: number;
}

export const batchReduces = ['mean', 'sum'] as const;
type BatchReduce = (typeof batchReduces)[number];

export const batchTails = ['as-is', 'exact'] as const;
type BatchTail = (typeof batchTails)[number];

export const samplings = ['shuffle', 'once', 'none', 'replacement'] as const;
export type Sampling = (typeof samplings)[number];

/** The part of parameter space that the user chose to see. */
export type PlotView = ParameterView | PrincipalView;

/** A view along one or two parameters. */
export type ParameterView = CurveView | PlaneView;

export interface ViewRanges {
  readonly x: readonly [number, number];
  /** Ignored in a curve, where the plot chooses the range of the loss. */
  readonly y: readonly [number, number];
  /** A value for every parameter; in views along parameters those on the axes are ignored. */
  readonly held: readonly number[];
}

/** The loss along one parameter. */
interface CurveView extends ViewRanges {
  readonly kind: 'curve';
  /** Index of the parameter along x. */
  readonly axes: readonly [number];
}

/** The loss over a rectangle of two parameters. */
interface PlaneView extends ViewRanges {
  readonly kind: 'plane';
  /** Indices of the parameters along x and y. */
  readonly axes: readonly [number, number];
}

/** The plane of the selected run's two principal directions, for problems of more than two parameters. */
export interface PrincipalView {
  readonly kind: 'principal';
  /** Ranges along the two directions, 0 being the mean of the path; absent: as far as the runs reach. */
  readonly ranges?: readonly [x: readonly [number, number], y: readonly [number, number]];
}

export const lossScales = ['log', 'linear'] as const;
export type LossScale = (typeof lossScales)[number];

export const lossAxes = ['step', 'epoch', 'samples', 'evaluations'] as const;
export type LossAxis = (typeof lossAxes)[number];

/** The x axes that a loss may be plotted over: without data there are neither epochs nor samples. */
export const lossAxesFor = (hasData: boolean): readonly LossAxis[] => (hasData ? lossAxes : ['step', 'evaluations']);

/** How the two axes of the path's plot relate: each fills the plot, or one unit is as long on either. */
export const axisUnits = ['fit', 'equal'] as const;
export type AxisUnits = (typeof axisUnits)[number];

/** What the plots of the runs show: all of them, or what is around the break of a run. */
export const plotFramings = ['all', 'break'] as const;
export type PlotFraming = (typeof plotFramings)[number];

/** Length of the arrows of the gradient field: logarithmic in the gradient, all equal, or no arrows. */
export const fieldStyles = ['log', 'unit', 'none'] as const;
export type FieldStyle = (typeof fieldStyles)[number];

export const plotQuantities = ['loss', 'gradient', 'update', 'rate', 'lr'] as const;
/**
 * A quantity plotted along the steps: the loss, the length of gradient or update, rates, or by its name a state of a rule or
 * what a line of it assigns.
 */
export type PlotQuantity = (typeof plotQuantities)[number] | `state.${string}` | `line.${string}`;

/** The plot along the steps. */
export interface PlotChoice {
  readonly quantity: PlotQuantity;
  /** The parameter whose values are plotted, for quantities with one value per parameter and too many to plot; absent: the first. */
  readonly parameter?: string;
}

/** `step`: the displacements that add up to the update; `gradients`: the batch's gradient beside the full one. */
export const stepArrows = ['step', 'gradients'] as const;
export type StepArrows = (typeof stepArrows)[number];

/** The tabs below the plots; `data` for data problems only. */
export const lowerTabs = [
  'rule',
  'data',
  'table',
  'sweep',
  'finder',
  'tune',
  'curvature',
  'gradient',
  'singular',
] as const;
export type LowerTab = (typeof lowerTabs)[number];

/** The scale of a sweep's axis; the same kinds as of sliders. */
export type AxisScale = ScaleKind;

/** What an axis of a sweep varies: a hyperparameter of the run, a start coordinate, or a constant of a function of the catalogue. */
export type AxisTarget =
  | { readonly kind: 'hyper'; readonly name: string }
  | { readonly kind: 'start'; readonly index: number }
  | { readonly kind: 'constant'; readonly name: string };

/** The values along an axis of a sweep. */
export interface AxisRange {
  /** Value at the first pixel. */
  readonly from: number;
  /** Value at the last pixel, above `from`. */
  readonly to: number;
  /** `log` needs both ends above 0; `oneMinus` both ends below 1, and a number whose slider has that scale. */
  readonly scale: AxisScale;
  /** Significant digits to which the values between the ends are rounded; absent: they are not. */
  readonly digits?: number;
}

/** One axis of a sweep. */
export interface SweepAxis extends AxisRange {
  readonly target: AxisTarget;
}

export const sweepMeasures = ['loss', 'bestLoss', 'steps', 'outcome', 'minimum'] as const;
export type SweepMeasure = (typeof sweepMeasures)[number];

/** Pixels along each side of a sweep that the user may choose. */
export const sweepSides = [64, 128, 256, 512] as const;
export type SweepSide = (typeof sweepSides)[number];

/** A sweep of the selected run as the user set it up. */
export interface SweepChoice {
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  /** Updates of every run; absent: the experiment's, up to the limit of sweeps. Not for data problems. */
  readonly steps?: number;
  readonly side: SweepSide;
  /** What the colours show. */
  readonly measure: SweepMeasure;
}
