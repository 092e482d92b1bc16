import type { ScaleKind } from '../scales';
import type { HyperDomain, LocalName } from '../types';

/** A number that a schedule takes. */
export interface NumberArgument extends Omit<HyperDomain, 'slider'> {
  readonly default: number;
  readonly slider: { readonly min: number; readonly max: number; readonly scale: ScaleKind };
  /** For a number of updates: the part of a run that it should be when a person turns to the schedule. */
  readonly share?: number;
  /** For a rate that stands in for `lr`: it begins at the rate that the run has. */
  readonly beginsAtRate?: true;
}

/** A list of numbers that a schedule takes; the limits are those of each entry. */
export interface ListArgument extends Omit<HyperDomain, 'slider'> {
  readonly default: readonly number[];
  /** How many there may be. */
  readonly count: { readonly min: number; readonly max: number };
  /** The parts of a run at which they should be when a person turns to the schedule. */
  readonly shares: readonly number[];
}

export type ScheduleArgument = NumberArgument | ListArgument;

/** Values of a schedule's arguments, by name. */
export type ScheduleValues = Readonly<Record<string, number | readonly number[]>>;

/** What a rate's text is written for. */
interface RateTime {
  /** The number of the update, from 0, as a formula: `t`, or what is left of it after a warm-up, in brackets. */
  readonly t: string;
  /** Updates of the run: what happens later need not be written. */
  readonly updates: number;
}

/** How a learning rate changes over a run. Like an optimizer, it is a text; everything else about it is names and limits. */
export interface RateSchedule {
  /** Key in links and experiment files, e.g. `cosine`. */
  readonly kind: string;
  readonly name: LocalName;
  /** torch's arguments in camel case. */
  readonly args: Readonly<Record<string, ScheduleArgument>>;
  /**
   * The rate as a formula (docs/formula-language.md) of `lr`, `epoch` (from 0), the arguments that are numbers, and
   * the number of the update. Lists and restarts are written out.
   */
  readonly rate: (values: ScheduleValues, time: RateTime) => string;
  /** Set where the rate is one of epochs, which only data problems have. */
  readonly needsEpochs?: true;
  /** Papers or library pages. */
  readonly sources: readonly string[];
}

/** A linear rise of the rate to `lr` over the first updates, before any schedule, whose own count begins after it. */
export interface Warmup {
  /** What `lr` is multiplied by at the first update. */
  readonly startFactor: number;
  /** Updates until the rate is `lr`. */
  readonly steps: number;
}

/** A schedule of the catalogue with a value for every argument. */
export interface ScheduleChoice {
  readonly kind: string;
  readonly args: ScheduleValues;
  readonly warmup?: Warmup;
}
