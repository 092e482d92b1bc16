import type { LocalName } from '../catalogue';
import type { DifferenceScheme } from '../engine/float64/probe';
import type { Precision } from '../engine/loss/evaluator';
import type { Outcome } from '../engine/trace/types';
import type { ExperimentJson, LinkState } from '../experiment';

/** The chapters, in order. */
export const chapters = ['gradients', 'descent', 'batches', 'memory', 'scale', 'regularization', 'help'] as const;
export type Chapter = (typeof chapters)[number];

/** A prepared experiment that is worked through in a few steps: see, predict, do, why. */
export interface Lesson {
  /** Key in links. */
  readonly id: string;
  readonly chapter: Chapter;
  readonly title: LocalName;
  /** One line for the list: the question that the lesson answers. */
  readonly about: LocalName;
  /** How long it takes, roughly. */
  readonly minutes: number;
  /** In the public form (docs/experiment-format.md); fields that are left out have their defaults. */
  readonly experiment: LessonExperiment;
  /** The screen state that it opens with. */
  readonly screen?: LessonScreen;
  /** Two to five. The first is to see or to predict. */
  readonly steps: readonly LessonStep[];
  /** What its runs must show, on every engine: all that the sentences say and no prediction decides. The tests check it. */
  readonly claims: readonly Claim[];
}

type LessonScreen = Partial<Omit<LinkState, 'experiment' | 'lesson' | 'language'>>;

export type LessonStep = SeeStep | PredictStep | DoStep | WhyStep;

/** The runs play from the start; the text says what to look at. */
interface SeeStep {
  readonly kind: 'see';
  readonly text: LocalName;
}

/** A question that is answered before the runs play. What they do decides which answer is right. */
export interface PredictStep {
  readonly kind: 'predict';
  readonly question: LocalName;
  /** Two to four. The claim of exactly one holds. */
  readonly answers: readonly { readonly text: LocalName; readonly claim: ScreenClaim }[];
  /** Why it came out so; shown after the runs have played. */
  readonly because: LocalName;
  /** What the lesson's experiment is changed to once an answer is given; absent: nothing. */
  readonly change?: Change;
  /** The parts of the screen that show the answer, from then on. */
  readonly screen?: LessonScreen;
  /** What else the texts say of the changed runs. The tests check it, as they check those of the lesson. */
  readonly claims?: readonly ScreenClaim[];
}

/** Something to bring about on the screen, with the controls that are on view. */
export interface DoStep {
  readonly kind: 'do';
  readonly task: LocalName;
  readonly hint: LocalName;
  /** The task is done when all of them hold of what is on the screen. None or not all hold of the lesson's experiment. */
  readonly claims: readonly ScreenClaim[];
  /** A change of the lesson's experiment that does it. What it leaves alone must be left alone by the user too. */
  readonly solution: Change;
  /** Makes the task a mission. The solution is at par or better. */
  readonly par?: Par;
}

interface WhyStep {
  readonly kind: 'why';
  readonly text: LocalName;
}

/** What a mission counts, of one run, and the number that is to be reached. */
export type Par =
  /** The update from which on it has converged. */
  (
    | { readonly of: 'updates' }
    /** A hyperparameter. */
    | { readonly of: 'hyper'; readonly name: string }
  ) & {
    readonly run: number;
    readonly is: number;
    readonly best: 'least' | 'most';
  };

/** A change of an experiment in its public form: objects are merged, lists are merged by index, all else is replaced. */
export type Change = Readonly<Record<string, unknown>>;

/** An experiment in its public form, before `readExperiment` fills in the defaults. */
type LessonExperiment = Pick<ExperimentJson, 'version'> & {
  readonly problem: object;
  readonly runs: readonly object[];
} & Partial<Pick<ExperimentJson, 'start' | 'steps' | 'epochs' | 'seed'>>;

/**
 * One statement about a lesson's runs. `run` counts from 0; row k is the point after k updates, row 0 the start. Where a
 * claim is about one row, that is the last one by default.
 */
export type Claim = ScreenClaim | StopsClaim;

/** A claim that the page can judge by what it shows. */
export type ScreenClaim =
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
  /** The run has this outcome; `period` is of a cycle, `by` the last update at which it may have begun. */
  | {
      readonly kind: 'ends';
      readonly run: number;
      readonly as: Outcome['kind'];
      readonly period?: number;
      readonly by?: number;
    }
  /** The run has another outcome. */
  | { readonly kind: 'endsOtherwise'; readonly run: number; readonly than: Outcome['kind'] }
  /** The last loss is above the first by at least the factor `times` (1 by default), or is no finite number. */
  | { readonly kind: 'grows'; readonly run: number; readonly times?: number }
  /** At a row a coordinate is at least `from` and below `to`. */
  | {
      readonly kind: 'coordinate';
      readonly run: number;
      readonly parameter: number;
      readonly at?: number;
      readonly from?: number;
      readonly to?: number;
    }
  /** The loss of a row is at least `from` and below `to`. */
  | {
      readonly kind: 'loss';
      readonly run: number;
      readonly at?: number;
      readonly of?: 'loss' | 'validation';
      readonly from?: number;
      readonly to?: number;
    }
  /** The last loss is below the first by at least the factor `times` (1 by default). */
  | { readonly kind: 'falls'; readonly run: number; readonly times?: number }
  /** A hyperparameter of the run is at least `from` and below `to`. */
  | { readonly kind: 'set'; readonly run: number; readonly name: string; readonly from?: number; readonly to?: number }
  /** No point of the path is farther from the line between its ends than this share of their distance, which is at least `length`. */
  | { readonly kind: 'straight'; readonly run: number; readonly within: number; readonly length: number }
  /** The largest value that the loss has from a row on is at least `from` times its first, and below `to` times. */
  | { readonly kind: 'peaks'; readonly run: number; readonly from?: number; readonly to?: number }
  /** Of all runs (or of those named) it has the lowest loss at a row. */
  | {
      readonly kind: 'lowest';
      readonly run: number;
      readonly among?: readonly number[];
      readonly at?: number;
      readonly of?: 'loss' | 'validation';
    }
  /** At a row the loss of one run, divided by that of another, is at least `from` and below `to`. */
  | {
      readonly kind: 'ratio';
      readonly run: number;
      readonly over: number;
      readonly at?: number;
      readonly of?: 'loss' | 'validation';
      readonly from?: number;
      readonly to?: number;
    }
  /** The step that leads to row `at` is this long: at least `from`, below `to`. */
  | {
      readonly kind: 'strides';
      readonly run: number;
      readonly at: number;
      readonly from?: number;
      readonly to?: number;
    }
  /** Between rows `after` (0 by default) and the last, the coordinate changes its sign at least `from` times and fewer than `to` times. */
  | {
      readonly kind: 'crosses';
      readonly run: number;
      readonly parameter: number;
      readonly from?: number;
      readonly to?: number;
    }
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
  /** The last validation loss is at least `times` the lowest one, and below `below` times it. */
  | { readonly kind: 'rises'; readonly run: number; readonly times?: number; readonly below?: number }
  /** At a row one run is nearer to a point than the other. */
  | {
      readonly kind: 'nearer';
      readonly run: number;
      readonly than: number;
      readonly to: readonly number[];
      readonly at: number;
    }
  /** The mean of a run's points from a row on is nearer to the problem's minimum than its last point, by at least the factor `times` and less than `below`. */
  | {
      readonly kind: 'averages';
      readonly run: number;
      readonly from: number;
      readonly times?: number;
      readonly below?: number;
    }
  /** Of the steps 1e-1, 1e-2 ... 1e-14, finite differences along the first parameter have the smallest error at this one, at most `within`. */
  | (Differences & { readonly kind: 'errsLeast'; readonly step: number; readonly within: number })
  /** At one of these steps the error of finite differences is between two numbers. */
  | (Differences & { readonly kind: 'errs'; readonly step: number; readonly from: number; readonly to: number });

/** The square of the gradient's length first falls below `below` at an update between two, inclusive, and the run is then within `within` of a point. */
export interface StopsClaim {
  readonly kind: 'stops';
  readonly run: number;
  readonly below: number;
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
  readonly within: number;
}

interface Differences {
  readonly scheme: DifferenceScheme;
  readonly precision: Precision;
  /** A point: one number for each parameter. */
  readonly point: readonly number[];
}
