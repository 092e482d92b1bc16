import type { ScaleKind, ScheduleChoice as Schedule, Warmup } from '../../catalogue';

export type { Schedule, Warmup };

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
  /** Data given outright, instead of drawn: `settings` are then the defaults, and unused. Not carried by links. */
  readonly given?: GivenData;
}

export interface GivenData {
  /** One row of features per sample. */
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  /** Sample indices in the order of their visit, one list per epoch; drawn from the seed when absent. */
  readonly order?: readonly (readonly number[])[];
  /** What the columns are called where they are shown, the features and then the target; in formulas they are x1, x2, ... and y, as is one here that is empty. */
  readonly names?: readonly string[];
}

export interface Run {
  /** Key of the catalogue's optimizer. */
  readonly optimizer: string;
  /** Every hyperparameter of the rule. Flags (nesterov, amsgrad ...) are booleans. */
  readonly hyper: Readonly<Record<string, number | boolean>>;
  /** Only for data problems. */
  readonly batch?: Batch;
  /** How the learning rate changes, of the kinds of the catalogue; constant when absent. `constant` itself only with a warm-up. */
  readonly schedule?: Schedule;
  /** What the training loop does around the rule; nothing when absent, and never empty. */
  readonly modifiers?: Modifiers;
}

/** Modifiers of a training loop (catalogue/modifiers.ts), in the order in which they act; what is absent is off. */
export interface Modifiers {
  /** Probability that a hidden unit is left out; only where the problem's model has some. */
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
  /** Samples per micro-batch, or all of them; a size past the number of samples is all of them too. */
  readonly size: number | 'all';
  /** Micro-batches per update. */
  readonly accumulate: number;
  /** Whether their mean losses are averaged, or added up. */
  readonly reduce: BatchReduce;
  /**
   * What the last group of an epoch, if it is not full, is divided by: as many micro-batches as a full one has (`as-is`, as
   * the usual loop does it), or so that every sample counts the same (`exact`).
   */
  readonly tail: BatchTail;
  /** How samples are chosen: in a new order every epoch, in one order, as they come, or each from all of them. */
  readonly sampling: Sampling;
  /** Stages of a curriculum: after each, more of the harder samples join. 1: all of them from the beginning. */
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
export interface CurveView extends ViewRanges {
  readonly kind: 'curve';
  /** Index of the parameter along x. */
  readonly axes: readonly [number];
}

/** The loss over a rectangle of two parameters. */
export interface PlaneView extends ViewRanges {
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

export const lossAxes = ['step', 'epoch', 'samples'] as const;
export type LossAxis = (typeof lossAxes)[number];

/** How long the arrows of the gradient's field are: by the gradient's size, or all alike; or there are none. */
export const fieldStyles = ['log', 'unit', 'none'] as const;
export type FieldStyle = (typeof fieldStyles)[number];

export const plotQuantities = ['loss', 'gradient', 'update', 'rate', 'lr'] as const;
/** What is drawn along the steps: the loss, the gradient's and the update's length, rates, or a state of a rule by its name. */
export type PlotQuantity = (typeof plotQuantities)[number] | `state.${string}`;

/** The plot along the steps. */
export interface PlotChoice {
  readonly quantity: PlotQuantity;
  /** The parameter whose values are drawn, where there is one of each and too many to draw them all; absent: the first. */
  readonly parameter?: string;
}

/** `step`: the displacements that make up the step; `gradients`: the batch's gradient beside the one over all samples. */
export const stepArrows = ['step', 'gradients'] as const;
export type StepArrows = (typeof stepArrows)[number];

export const linkLanguages = ['en', 'zh'] as const;
export type LinkLanguage = (typeof linkLanguages)[number];

/** What is said about the selected run below the plots; `data` for data problems only. */
export const linkTabs = ['rule', 'data', 'table', 'sweep', 'curvature', 'gradient'] as const;
export type LinkTab = (typeof linkTabs)[number];

/** How the values of a setting lie along an axis of a sweep: as they lie along sliders. */
export type AxisScale = ScaleKind;

/** One axis of a sweep; the engine's `SweepAxis` has the same form. */
export interface SweepAxis {
  /** A hyperparameter of the run, `start.0`, `start.1` ..., or `constant.NAME` of a function of the catalogue. */
  readonly of: string;
  /** Value at the first pixel. */
  readonly from: number;
  /** Value at the last pixel, above `from`. */
  readonly to: number;
  /** `log` needs both ends above 0; `oneMinus`, both ends below 1 and a setting whose slider runs so. */
  readonly scale: AxisScale;
}

export const sweepMeasures = ['loss', 'bestLoss', 'steps', 'outcome', 'minimum'] as const;
export type SweepMeasure = (typeof sweepMeasures)[number];

/** Pixels along each side of a sweep that a person may choose. */
export const sweepSides = [64, 128, 256, 512] as const;
export type SweepSide = (typeof sweepSides)[number];

/** A sweep of the selected run as a person set it up. */
export interface SweepSettings {
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  /** Updates of every run; absent: the experiment's, as far as sweeps go. Not for data problems. */
  readonly steps?: number;
  readonly side: SweepSide;
  /** What the colours say. */
  readonly measure: SweepMeasure;
}
