import type { ScaleKind } from './scales';

/** Names shown to people, in the languages the page speaks. */
export interface LocalName {
  readonly en: string;
  readonly zh: string;
}

/** A number that a person may set: a problem's constant or a data set's setting. */
export interface Setting {
  readonly default: number;
  /** Inclusive hard limits; what lies outside is refused at the door. */
  readonly min: number;
  readonly max: number;
  /** How a slider should run over it. `log` needs min > 0. */
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
  /** On at 1, off at 0. */
  readonly flag?: boolean;
  /** One of several: what the values from 0 on, all whole, are called. */
  readonly choices?: readonly LocalName[];
  /** What it is called; absent: by its letter in the formula. */
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

/** The parameters that an optimizer moves. */
interface Moved {
  /** Their names, in order. */
  readonly parameters: readonly string[];
  /** The default view: [min, max] for every parameter. */
  readonly view: readonly (readonly [number, number])[];
}

/** A loss given by one formula over its parameters and constants. */
export interface FunctionProblem extends ProblemBase, Moved {
  readonly kind: 'function';
  /** Where a fresh experiment starts. */
  readonly start: readonly number[];
  /** e.g. `(a - x)^2 + b*(y - x^2)^2` */
  readonly loss: string;
  readonly constants: Readonly<Record<string, Setting>>;
  /**
   * Given where `loss` changes from update to update, for then it may read `t`, the number of the update, from 1: its mean over
   * the updates, without `t`. This is what is drawn and recorded; every update descends `loss`.
   */
  readonly objective?: string;
  /** The box that the parameters are kept in, [low, high] of each: every update ends with the projection onto it. */
  readonly domain?: readonly (readonly [number, number])[];
  /** Known minimisers, one formula per parameter over the constants, e.g. [['a', 'a^2']]. */
  readonly minima: readonly (readonly string[])[];
  /** Number of updates that show something at first sight. */
  readonly steps: number;
  /** Learning rates that suit it from `start`: SGD with momentum 0.9, and Adam. */
  readonly rates: { readonly sgd: number; readonly adam: number };
}

/** Rows of numbers; `columns[j][i]` is sample i's value of the model's column j. */
export interface Dataset {
  readonly columns: readonly Float64Array[];
  readonly size: number;
  /** How hard each sample is, for a curriculum from easy to hard; only the order of the numbers counts. */
  readonly difficulty?: Float64Array;
}

/** The only source of chance of a data set: numbers drawn from an experiment's seed. */
export interface Chance {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  /** Normal with mean 0 and standard deviation 1. */
  readonly normal: () => number;
}

/** What a data problem fits to its samples: formulas over parameters and data columns. */
export interface DataModel extends Moved {
  /** Loss of one sample, e.g. `0.5*(w1*x1 + w2*x2 + b - y)^2`; the loss of a batch is its mean. */
  readonly loss: string;
  /** What the model predicts for one sample, e.g. `w1*x1 + w2*x2 + b`; absent where nothing is predicted. */
  readonly prediction?: string;
  /** Data columns that the formulas may use: the features, then the target, e.g. ['x1', 'x2', 'y']. */
  readonly columns: readonly string[];
  /**
   * The loss of one sample as training with dropout has it; absent where there are no hidden units. `masks` are columns after
   * the others, a factor for every unit: 0 where it is left out, 1/(1 - p) where it stays.
   */
  readonly training?: { readonly loss: string; readonly masks: readonly string[] };
  /** The loss of one sample in TeX, with sums over units and the like, where it is too long to be read as it is. */
  readonly shorthand?: string;
}

/** Values of a data problem's settings, by name. */
export type SettingValues = Readonly<Record<string, number>>;

/** A loss averaged over samples. */
export interface DataProblem extends ProblemBase {
  readonly kind: 'data';
  /** What the target is: any number, or the class 0 or 1, of which the model predicts the probability; or there is none. */
  readonly target: 'number' | 'class' | 'none';
  /**
   * Settings of the data and of the model; a vector-valued one is spread, e.g. weights -> weight1, weight2. `samples` is one
   * of them, training and validation together. `standardize` and `validation`, where a problem has them, mean the same
   * everywhere (datasets/settings.ts, datasets/prepare.ts).
   */
  readonly settings: Readonly<Record<string, Setting>>;
  /** Those of the settings that also matter to data given outright; the others say how data are drawn. */
  readonly modelSettings: readonly string[];
  /** Features that given data may have; the model is then made for as many. Null where data can only be drawn. */
  readonly features: { readonly min: number; readonly max: number } | null;
  /** @param features how many the data have; absent: as many as `draw` draws. The same arguments give equal models. */
  readonly model: (settings: SettingValues, features?: number) => DataModel;
  /**
   * Ranges of the model's parameters that suit data which a person gave, the start and the fit within them; absent: the model's
   * own. Which runs have left the view depends on them, and which have arrived.
   */
  readonly givenView?: (data: Dataset, settings: SettingValues) => DataModel['view'];
  /** Draws the data. */
  readonly draw: (settings: SettingValues, chance: Chance) => Dataset;
  /** Draws the initial parameters of a model. */
  readonly initial: (model: DataModel, chance: Chance) => number[];
  readonly epochs: number;
  /** Learning rates that suit it: SGD with momentum 0.9, and Adam; absent: the usual ones. */
  readonly rates?: { readonly sgd: number; readonly adam: number };
}

export type Problem = FunctionProblem | DataProblem;

/** An optimizer is a text; everything else about it is names and where it comes from. */
export interface Optimizer {
  /** Key in links and experiment files, e.g. `adam`. */
  readonly id: string;
  readonly name: LocalName;
  /** The update rule, in the language of docs/formula-language.md. */
  readonly rule: string;
  /** Papers, books or library sources, each as a citation or an address. */
  readonly sources: readonly string[];
  /** TeX for names of the rule's lines that would read badly as they are, e.g. `vmax`. */
  readonly symbols?: Readonly<Record<string, string>>;
  /**
   * What the tests hold this rule to. `torch` names the torch.optim class whose golden
   * trajectories must come out; otherwise the title of a test that checks it against something independent.
   */
  readonly truth: { readonly torch: string } | { readonly test: string };
  /** The displacements that add up to an update of the parameters, in order: how a step with a memory is drawn. */
  readonly arrows?: readonly StepArrow[];
  /**
   * What an update divides the rate by for each parameter, where it is not `stability`'s preconditioner: a formula over
   * hyperparameters (`lr` is the update's rate), `t`, the state after the update, the state before it as `NAME_before`, and
   * lines of the rule that depend on `t` and hyperparameters alone. Rules with neither divide by 1.
   */
  readonly divisor?: string;
  /** When it settles at a minimum; absent where nothing is known. */
  readonly stability?: Stability | { readonly none: NoStability };
}

/** One of the displacements that an update is made of. */
export interface StepArrow {
  /** What it comes from: `lookAhead` goes along the velocity to where the next gradient is taken. */
  readonly kind: 'velocity' | 'gradient' | 'lookAhead' | 'decay';
  /** A formula over hyperparameters, `t`, what the rule's lines leave in their names, and `NAME_before` for theta and the states; 0 draws nothing. */
  readonly displacement: string;
}

/**
 * The learning rate below which a rule settles at a minimum, from the characteristic polynomial of its update on a
 * quadratic (docs/theory.md). The tests find every one of these by bisection on runs.
 */
export interface Stability {
  /**
   * A formula over hyperparameters and `lambda`, the largest eigenvalue of the curvature; it holds for momenta below 1.
   * The curvature is the Hessian H, or D^(-1/2) (H + penalty) D^(-1/2) where the rule divides by a preconditioner D.
   */
  readonly limit: string;
  /** What decoupled decay beside the rule adds to 1/limit, per unit: a formula over hyperparameters, not a number where none is known; 1/2 when absent (docs/theory.md). */
  readonly decayed?: string;
  /** For rules that divide the gradient by a number of each parameter's own, taken as it stands at an update. */
  readonly preconditioner?: {
    /** That number: a formula over hyperparameters, the rule's state after update `t`, and `t`. */
    readonly divisor: string;
    /** What the rule adds to the gradient per unit of theta before it divides; 0 when absent. */
    readonly penalty?: string;
  };
  /** Paper that the limit comes from, or the section of docs/theory.md that derives it. */
  readonly source: string;
}

/** Why a rule has no such limit: its steps do not shrink with the gradient, or it changes its rate by itself. */
export type NoStability = 'signSteps' | 'ownRate';

/** What is known of a hyperparameter apart from its default, which stands in the rule's signature. */
export interface HyperDomain {
  readonly name: LocalName;
  /** One sentence for a tooltip. */
  readonly help: LocalName;
  /** How it is written in a formula. */
  readonly symbol: string;
  /** Inclusive hard limits; what lies outside is refused at the door. A flag is 0 or 1. */
  readonly min: number;
  readonly max: number;
  /**
   * What a slider runs over; a value outside it, within the hard limits, is typed.
   * `log`: min > 0. `oneMinus`, for decay rates: max < 1.
   */
  readonly slider:
    { readonly min: number; readonly max: number; readonly scale: ScaleKind } | { readonly scale: 'flag' };
  readonly integer?: boolean;
}
