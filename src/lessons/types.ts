import type { LocalName } from '../catalogue';
import type { DifferenceScheme } from '../engine/float64/probe';
import type { Precision } from '../engine/loss/evaluator';
import type { ExperimentJson, LinkState } from '../experiment';

/** The chapters, in order. */
export const chapters = ['gradients', 'descent', 'batches', 'memory', 'scale', 'regularization', 'help'] as const;
export type Chapter = (typeof chapters)[number];

/** A prepared experiment with an explanation. */
export interface Lesson {
  /** Key in links. */
  readonly id: string;
  readonly chapter: Chapter;
  readonly title: LocalName;
  /** What to look at and what it shows, in two or three sentences. `claims` covers everything that they say. */
  readonly about: LocalName;
  /** In the public form (docs/experiment-format.md); fields that are left out have their defaults. */
  readonly experiment: LessonExperiment;
  /** The screen state that it opens with. */
  readonly screen?: Partial<Omit<LinkState, 'experiment' | 'lesson'>>;
  /** What its runs must show, on every engine. The tests check it. */
  readonly claims: readonly Claim[];
}

/** An experiment in its public form, before `readExperiment` fills in the defaults. */
export type LessonExperiment = Pick<ExperimentJson, 'version'> & {
  readonly problem: object;
  readonly runs: readonly object[];
} & Partial<Pick<ExperimentJson, 'start' | 'steps' | 'epochs' | 'seed'>>;

/** One statement about a lesson's runs. `run` counts from 0; row k is the point after k updates, row 0 the start. */
export type Claim =
  /** The run ends, after all its updates, within `within` of a point: `at`, by default the problem's minimum. */
  | { readonly kind: 'arrives'; readonly run: number; readonly within: number; readonly at?: readonly number[] }
  /** At a row it is within `within` of a point. */
  | {
      readonly kind: 'passes';
      readonly run: number;
      readonly row: number;
      readonly at: readonly number[];
      readonly within: number;
    }
  /** The run ends farther than `by` from the point, with finite numbers. */
  | { readonly kind: 'misses'; readonly run: number; readonly by: number; readonly at?: readonly number[] }
  /** The run stops being finite between two updates, inclusive. */
  | { readonly kind: 'diverges'; readonly run: number; readonly from: number; readonly to: number }
  /** The run has this outcome. */
  | { readonly kind: 'ends'; readonly run: number; readonly as: string; readonly period?: number }
  /** Two runs are the same up to a row: every coordinate within `within`, relative to the larger. */
  | {
      readonly kind: 'together';
      readonly runs: readonly [number, number];
      readonly until?: number;
      readonly within: number;
    }
  /** At a row (by default the last) two runs are farther apart than `by`. */
  | { readonly kind: 'apart'; readonly runs: readonly [number, number]; readonly at?: number; readonly by: number }
  /** At a row, by default the last, one run's loss is below the other's by at least the factor `times`. At `'lowest'` the first run's lowest loss is compared with the other's last. */
  | {
      readonly kind: 'lower';
      readonly run: number;
      readonly than: number;
      readonly at?: number | 'lowest';
      readonly times?: number;
      readonly of?: 'loss' | 'validation';
    }
  /** One run ends closer to 0 than the other by at least the factor `times`, in Euclidean norm. */
  | { readonly kind: 'smaller'; readonly run: number; readonly than: number; readonly times?: number }
  /** The last validation loss is above the lowest one by at least the factor `times`. */
  | { readonly kind: 'rises'; readonly run: number; readonly times: number }
  /** At a row one run is nearer to a point than the other. */
  | {
      readonly kind: 'nearer';
      readonly run: number;
      readonly than: number;
      readonly to: readonly number[];
      readonly at: number;
    }
  /** The mean of a run's points from a row on is nearer to the problem's minimum than its last point, by at least the factor `times`. */
  | { readonly kind: 'averages'; readonly run: number; readonly from: number; readonly times: number }
  /** The square of the gradient's length first falls below `below` at an update between two, inclusive, and the run is then within `within` of a point. */
  | {
      readonly kind: 'stops';
      readonly run: number;
      readonly below: number;
      readonly from: number;
      readonly to: number;
      readonly at: readonly number[];
      readonly within: number;
    }
  /** Of the steps 1e-1, 1e-2 ... 1e-14, finite differences along the first parameter have the smallest error at this one, at most `within`. */
  | (Differences & { readonly kind: 'errsLeast'; readonly step: number; readonly within: number })
  /** At one of these steps the error of finite differences is between two numbers. */
  | (Differences & { readonly kind: 'errs'; readonly step: number; readonly from: number; readonly to: number });

interface Differences {
  readonly scheme: DifferenceScheme;
  readonly precision: Precision;
  /** A point: one number for each parameter. */
  readonly point: readonly number[];
}
