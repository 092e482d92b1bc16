import type { LocalName } from '../catalogue';
import type { DifferenceScheme } from '../engine/float64/probe';
import type { Precision } from '../engine/loss/evaluator';
import type { ExperimentJson, LinkState } from '../experiment';

/** Where a lesson stands among the others. */
export const chapters = ['gradients', 'descent', 'batches', 'memory', 'scale', 'regularization', 'help'] as const;
export type Chapter = (typeof chapters)[number];

/** A prepared experiment with words. */
export interface Lesson {
  /** Key in links. */
  readonly id: string;
  readonly chapter: Chapter;
  readonly title: LocalName;
  /** What to look at and what it shows, in two or three sentences. All of it is in `claims`. */
  readonly about: LocalName;
  /** In the public form (docs/experiment-format.md); what it leaves out is as in a fresh experiment. */
  readonly experiment: LessonExperiment;
  /** What the screen shows apart from the experiment. */
  readonly screen?: Partial<Omit<LinkState, 'experiment' | 'lesson'>>;
  /** What must come out, on every engine. The tests hold the lesson to it. */
  readonly claims: readonly Claim[];
}

/** An experiment as one writes it by hand: `readExperiment` fills in what is missing. */
type LessonExperiment = Pick<ExperimentJson, 'version'> & {
  readonly problem: object;
  readonly runs: readonly object[];
} & Partial<Pick<ExperimentJson, 'start' | 'steps' | 'epochs' | 'seed'>>;

/** Something that a lesson says about its runs; `run` counts from 0, rows are updates, 0 the start. */
export type Claim =
  /** The run ends, after all its updates, within `within` of a point; `at` is the problem's minimum where it is absent. */
  | { readonly kind: 'arrives'; readonly run: number; readonly within: number; readonly at?: readonly number[] }
  /** At a row it is within `within` of a point. */
  | {
      readonly kind: 'passes';
      readonly run: number;
      readonly row: number;
      readonly at: readonly number[];
      readonly within: number;
    }
  /** It ends farther from there than `by`, and is finite. */
  | { readonly kind: 'misses'; readonly run: number; readonly by: number; readonly at?: readonly number[] }
  /** It stops being finite between two updates, both counted in. */
  | { readonly kind: 'diverges'; readonly run: number; readonly from: number; readonly to: number }
  /** It comes to that end. */
  | { readonly kind: 'ends'; readonly run: number; readonly as: string; readonly period?: number }
  /** Two runs walk together up to a row: every coordinate within `within`, relative to the larger. */
  | {
      readonly kind: 'together';
      readonly runs: readonly [number, number];
      readonly until?: number;
      readonly within: number;
    }
  /** At a row (the last, where none is named) they are farther apart than `by`. */
  | { readonly kind: 'apart'; readonly runs: readonly [number, number]; readonly at?: number; readonly by: number }
  /** The loss of one is below the other's, at a row or at the end; `times` as small, or smaller. At `'lowest'` the first is taken at its lowest, the other at its end. */
  | {
      readonly kind: 'lower';
      readonly run: number;
      readonly than: number;
      readonly at?: number | 'lowest';
      readonly times?: number;
      readonly of?: 'loss' | 'validation';
    }
  /** The parameters of one end closer to 0 than the other's, `times` as close or closer, by their Euclidean norm. */
  | { readonly kind: 'smaller'; readonly run: number; readonly than: number; readonly times?: number }
  /** The loss over what was kept back ends above its lowest, `times` as high or higher. */
  | { readonly kind: 'rises'; readonly run: number; readonly times: number }
  /** At a row one is nearer to a point than the other. */
  | {
      readonly kind: 'nearer';
      readonly run: number;
      readonly than: number;
      readonly to: readonly number[];
      readonly at: number;
    }
  /** The mean of its points from a row on is nearer to the problem's minimum than its last point, `times` as near or nearer. */
  | { readonly kind: 'averages'; readonly run: number; readonly from: number; readonly times: number }
  /** The square of the gradient's length first falls below `below` at an update between two, both counted in, and there it is within `within` of a point. */
  | {
      readonly kind: 'stops';
      readonly run: number;
      readonly below: number;
      readonly from: number;
      readonly to: number;
      readonly at: readonly number[];
      readonly within: number;
    }
  /** Finite differences along the first parameter err least at this step, of 1e-1, 1e-2 ... 1e-14, and by at most `within`. */
  | (Differences & { readonly kind: 'errsLeast'; readonly step: number; readonly within: number })
  /** At one of these steps they err by something between two numbers. */
  | (Differences & { readonly kind: 'errs'; readonly step: number; readonly from: number; readonly to: number });

interface Differences {
  readonly scheme: DifferenceScheme;
  readonly precision: Precision;
  /** One number per parameter. */
  readonly point: readonly number[];
}
