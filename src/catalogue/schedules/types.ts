import type { ScaleKind } from '../scales';
import type { HyperDomain, LocalName } from '../types';

/** An argument of a schedule that is a number. */
export interface NumberArgument extends Omit<HyperDomain, 'slider'> {
  /** One sentence for a tooltip. */
  readonly help: LocalName;
  readonly default: number;
  readonly slider: { readonly min: number; readonly max: number; readonly scale: ScaleKind };
  /** For a number of updates: its value in a new schedule, as a share of the run's updates. */
  readonly share?: number;
  /** For a rate that replaces `lr`: true if a new schedule begins at the run's `lr`. */
  readonly beginsAtRate?: true;
}

/** An argument of a schedule that is a list of numbers; the limits are those of each entry. */
export interface ListArgument extends Omit<HyperDomain, 'slider'> {
  /** One sentence for a tooltip. */
  readonly help: LocalName;
  readonly default: readonly number[];
  /** How many entries the list may have. */
  readonly count: { readonly min: number; readonly max: number };
  /** The entries of a new schedule, as shares of the run's updates. */
  readonly shares: readonly number[];
}

export type ScheduleArgument = NumberArgument | ListArgument;

/** Values of a schedule's arguments, by name. */
export type ScheduleValues = Readonly<Record<string, number | readonly number[]>>;

/** What the formula of a rate depends on besides the schedule's arguments. */
interface RateTime {
  /** The number of the update since the schedule began, from 0, as a formula: `t`, or `t` minus the warm-up in brackets. */
  readonly t: string;
  /** The number of updates of the run; the formula need not hold after them. */
  readonly updates: number;
}

/** How a learning rate changes over a run. Like an optimizer's rule, it is written as a text, here one formula. */
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
  /**
   * Of a schedule that reads the loss: the rate of every update, from the rates of `rate`, the update with which the schedule
   * begins and the full loss at every row so far. The rate of an update depends on losses before it alone.
   */
  readonly fromLosses?: (
    values: ScheduleValues,
    rates: Float64Array,
    first: number,
    losses: ArrayLike<number>,
  ) => Float64Array;
  /** Of a schedule that no formula of the update describes: the rate as mathematics. */
  readonly tex?: (words: { readonly count: string; readonly otherwise: string }) => string;
  /** True if the rate depends on the epoch, which only data problems have. */
  readonly needsEpochs?: true;
  /** Papers or library pages. */
  readonly sources: readonly string[];
}

/**
 * A linear rise of the rate to `lr` over the first updates. The schedule begins after it and counts updates from there.
 */
export interface Warmup {
  /** The factor of `lr` at the first update. */
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
