import type { ScaleKind } from './scales';

/** A visible text in each language of the page. */
export interface LocalName {
  readonly en: string;
  readonly zh: string;
}

/** A number that the user may set: a problem's constant or a data problem's setting. */
export interface Setting {
  readonly default: number;
  /** Inclusive limits; a value outside them is refused. */
  readonly min: number;
  readonly max: number;
  /** The scale of its slider. `log` needs min > 0. */
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
  /** True for a switch: 1 is on, 0 is off. */
  readonly flag?: boolean;
  /** For one of several choices: the names of the values 0, 1, 2, ... */
  readonly choices?: readonly LocalName[];
  /** Its name; if absent, its symbol in the formula. */
  readonly name?: LocalName;
  /** One sentence for a tooltip. */
  readonly help?: LocalName;
}

interface ProblemBase {
  /** Key in links and experiment files, e.g. `rosenbrock`. */
  readonly id: string;
  readonly name: LocalName;
  /** Paper or page that the formula and its minima come from. */
  readonly source: string;
}

/**
 * Parameters that belong together, as the weights between two layers do, by their names, row by row. With two rows and two columns or
 * more it is a matrix, whose rows are the outputs and whose columns are the inputs, as in PyTorch.
 */
export interface ParameterTensor {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The parameters that an optimizer moves. */
interface ParameterSpace {
  /** Their names, in order. */
  readonly parameters: readonly string[];
  /** The default view: [min, max] for every parameter. */
  readonly view: readonly (readonly [number, number])[];
  /** The tensors that they form, none of which share a parameter: what matrix and layer-wise rules work on; absent: none. */
  readonly tensors?: readonly ParameterTensor[];
}

/** A problem whose loss is one formula over parameters and constants. */
export interface FunctionProblem extends ProblemBase, ParameterSpace {
  readonly kind: 'function';
  /** The start point of a fresh experiment. */
  readonly start: readonly number[];
  /** e.g. `(a - x)^2 + b*(y - x^2)^2` */
  readonly loss: string;
  readonly constants: Readonly<Record<string, Setting>>;
  /**
   * For a `loss` that changes with `t`, the number of the update from 1: the mean of `loss` over the updates, without `t`.
   * This is what is plotted and recorded; updates descend `loss`.
   */
  readonly objective?: string;
  /** The box that the parameters are kept in, [low, high] for each: every update ends with the projection onto it. */
  readonly domain?: readonly (readonly [number, number])[];
  /** Known minimisers, one formula per parameter over the constants, e.g. [['a', 'a^2']]. The global ones are among them. */
  readonly minima: readonly (readonly string[])[];
  /** Whether the loss has no lower bound, so that none of its minima is global. */
  readonly isUnbounded?: true;
  /** The number of updates of a fresh experiment. */
  readonly steps: number;
  /** Learning rates that work well from `start`: for SGD with momentum 0.9, and for Adam. */
  readonly rates: { readonly sgd: number; readonly adam: number };
}

/** Rows of numbers; `columns[j][i]` is sample i's value of the model's column j. */
export interface Dataset {
  readonly columns: readonly Float64Array[];
  readonly size: number;
  /** How hard each sample is, for a curriculum from easy to hard; only the order of the numbers counts. */
  readonly difficulty?: Float64Array;
}

/** Random numbers sampled from an experiment's seed; a data set uses no others. */
export interface RandomSource {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
}

/** The model that a data problem fits to its samples, as formulas over parameters and data columns. */
export interface DataModel extends ParameterSpace {
  /** Loss of one sample, e.g. `0.5*(w1*x1 + w2*x2 + b - y)^2`; the loss of a batch is its mean. */
  readonly loss: string;
  /** What the model predicts for one sample, e.g. `w1*x1 + w2*x2 + b`; absent if it predicts nothing. */
  readonly prediction?: string;
  /** Data columns that the formulas may use: the features, then the target, e.g. ['x1', 'x2', 'y']. */
  readonly columns: readonly string[];
  /**
   * The loss of one sample under dropout; absent for models without hidden units. `masks` names further columns, one factor
   * for each hidden unit: 0 if it is left out, 1/(1 - p) if it stays.
   */
  readonly training?: { readonly loss: string; readonly masks: readonly string[] };
  /** The loss of one sample in TeX, with sums over units, for models whose formula would be too long to read. */
  readonly shorthand?: string;
}

/** Values of a data problem's settings, by name. */
export type SettingValues = Readonly<Record<string, number>>;

/** A loss averaged over samples. */
export interface DataProblem extends ProblemBase {
  readonly kind: 'data';
  /** What the target is: any number; a class, 0 or 1, of which the model predicts the probability of 1; or none. */
  readonly target: 'number' | 'class' | 'none';
  /**
   * Settings of the data and of the model; a vector takes several, e.g. weight1, weight2. `samples` is always one of them:
   * training and validation samples together. `standardize` and `validation` are defined in datasets/settings.ts and
   * datasets/prepare.ts for all problems.
   */
  readonly settings: Readonly<Record<string, Setting>>;
  /** The settings that also apply to user data; the others say how data are sampled. */
  readonly modelSettings: readonly string[];
  /** How many features user data may have; the model is built for that many. Null if the problem does not take user data. */
  readonly features: { readonly min: number; readonly max: number } | null;
  /** @param features how many features the data have; by default as many as `sample` makes. Equal arguments give equal models. */
  readonly model: (settings: SettingValues, features?: number) => DataModel;
  /**
   * The view for user data: ranges of the model's parameters that contain the start and the fit; if absent, the model's own.
   * Which runs count as having left the view or converged depends on it.
   */
  readonly userDataView?: (data: Dataset, settings: SettingValues) => DataModel['view'];
  /** Samples the data. */
  readonly sample: (settings: SettingValues, chance: RandomSource) => Dataset;
  /** Samples the initial parameters of a model. */
  readonly initial: (model: DataModel, chance: RandomSource) => number[];
  readonly epochs: number;
  /** Whether the loss is convex for all data, so that every minimum is global. */
  readonly isConvex?: true;
  /** Learning rates that work well: for SGD with momentum 0.9, and for Adam; if absent, the default ones. */
  readonly rates?: { readonly sgd: number; readonly adam: number };
}

export type Problem = FunctionProblem | DataProblem;

/** What a run's optimizer may be: an update rule, or a classical method. `kind` tells them apart. */
export type OptimizerOrMethod = Optimizer | Method;

interface OptimizerBase {
  /** Key in links and experiment files, e.g. `adam`. */
  readonly id: string;
  readonly name: LocalName;
  /** What people look for in a menu when they mean this, beside its name. */
  readonly also?: LocalName;
}

/**
 * A classical method of optimization, such as BFGS: an algorithm with inner loops that end when the data say so, which is no
 * formula. The algorithm itself is in engine/methods, under the same id; its steps in words are in `methods/`.
 */
export interface Method extends OptimizerBase {
  readonly kind: 'method';
  /** Its hyperparameters with their defaults, in the order of their sliders. */
  readonly hyper: Readonly<Record<string, number>>;
}

/** The steps of a classical method as they are read, with their sources. */
export interface MethodText {
  /** One step each: a sentence, in which mathematics stands between dollars as TeX. */
  readonly steps: readonly LocalName[];
  /** Papers, books or library sources, each as a citation or an address. */
  readonly sources: readonly string[];
}

/** An optimizer by its rule: the rule as a text, with names, sources and what is known of it. */
export interface Optimizer extends OptimizerBase {
  readonly kind?: 'rule';
  /** Which of the learning rates of a problem suit it: those of SGD with momentum 0.9, or Adam's. If absent, fresh runs have the rule's default. */
  readonly rates?: 'sgd' | 'adam';
  /** The update rule, in the language of docs/formula-language.md. */
  readonly rule: string;
  /** Papers, books or library sources, each as a citation or an address. */
  readonly sources: readonly string[];
  /** TeX for names of the rule whose default symbol would be hard to read, e.g. `vmax`. */
  readonly symbols?: Readonly<Record<string, string>>;
  /**
   * What the tests compare this rule with: `torch` names the torch.optim class whose recorded trajectories it must
   * reproduce; `paper` means a loop written from the paper's algorithm in `testing/papers`; `test` is the title of a test
   * that checks it against something independent; `own` rules are the user's.
   */
  readonly truth:
    { readonly torch: string } | { readonly paper: true } | { readonly test: string } | { readonly own: true };
  /** The displacements that add up to an update of the parameters, in order; the path plot shows them as arrows. */
  readonly arrows?: readonly StepArrow[];
  /**
   * What an update divides the rate by for each parameter, if it is not the preconditioner in `stability`: a formula over
   * hyperparameters (`lr` is the update's rate), `t`, the state after the update, the state before it as `NAME_before`, and
   * lines of the rule that depend on `t` and hyperparameters alone. Rules with neither divide by 1.
   */
  readonly divisor?: string;
  /** The learning rate below which it settles at a minimum; absent if none is known. */
  readonly stability?: Stability | { readonly none: NoStability };
}

/** Optimizers that are offered together, under a name. */
export interface OptimizerFamily {
  readonly name: LocalName;
  readonly optimizers: readonly OptimizerOrMethod[];
}

/** One of the displacements that an update is made of. */
export interface StepArrow {
  /** Where it comes from; `lookAhead` leads along the velocity to the point where the next gradient is taken. */
  readonly kind: 'velocity' | 'gradient' | 'lookAhead' | 'decay';
  /** A formula over hyperparameters, `t`, the values of the rule's lines, and `NAME_before` for theta and the states before the update. No arrow is painted for 0. */
  readonly displacement: string;
}

/**
 * The learning rate below which a rule settles at a minimum, from the characteristic polynomial of its update on a
 * quadratic (docs/theory.md). The tests find each of them by bisection on runs.
 */
export interface Stability {
  /**
   * A formula over hyperparameters and `lambda`, the largest eigenvalue of the curvature; it holds for momenta below 1.
   * The curvature is the Hessian H, or D^(-1/2) (H + penalty) D^(-1/2) where the rule divides by a preconditioner D.
   */
  readonly limit: string;
  /** What one unit of decoupled weight decay adds to 1/limit: a formula over hyperparameters; NaN where it is not known; 1/2 if absent (docs/theory.md). */
  readonly decayed?: string;
  /** For rules that divide the gradient by one number for each parameter, evaluated at an update. */
  readonly preconditioner?: {
    /** That number: a formula over hyperparameters, the rule's state after update `t`, and `t`. */
    readonly divisor: string;
    /** What the rule adds to the gradient for each unit of theta before it divides; 0 if absent. */
    readonly penalty?: string;
  };
  /** Paper that the limit comes from, or the section of docs/theory.md that derives it. */
  readonly source: string;
}

/** Why a rule has no such limit: its steps do not shrink with the gradient, or it changes its learning rate itself. */
export type NoStability = 'signSteps' | 'ownRate';

/** Everything about a hyperparameter except its default, which is in the rule's signature. */
export interface HyperDomain {
  readonly name: LocalName;
  /** Its symbol in a formula, in TeX, or the name itself where it has none. */
  readonly symbol: string;
  /** Inclusive limits; a value outside them is refused. A flag is 0 or 1. */
  readonly min: number;
  readonly max: number;
  /**
   * The range of its slider; a value outside it but within the limits can be typed.
   * `log`: min > 0. `oneMinus`, for decay rates: max < 1.
   */
  readonly slider:
    { readonly min: number; readonly max: number; readonly scale: ScaleKind } | { readonly scale: 'flag' };
  readonly integer?: boolean;
}
