import type { Lesson } from '../lessons';

type LessonClaim = Lesson['claims'][number];

/** One statement about a question's experiment: those of lessons, and some more. Rows and runs are counted as there. */
export type QuestionClaim =
  | LessonClaim
  /** These are the eigenvalues of the Hessian at a point, largest first, within a thousandth of the largest. */
  | { readonly kind: 'curved'; readonly at: readonly number[]; readonly by: readonly number[] }
  /** One Newton step from a point leads to another. */
  | { readonly kind: 'newton'; readonly from: readonly number[]; readonly to: readonly number[] }
  /** The run makes so many updates. */
  | { readonly kind: 'updates'; readonly run: number; readonly count: number }
  /** An update, counted from 1, has this learning rate. */
  | { readonly kind: 'rate'; readonly run: number; readonly update: number; readonly is: number }
  /** The learning-rate finder finds this of the run: where its loss falls fastest, or is lowest, at a rate between two. */
  | {
      readonly kind: 'finds';
      readonly run: number;
      readonly of: 'steepest' | 'lowest';
      readonly from: number;
      readonly to: number;
    }
  /** So many updates change the sign of a parameter. */
  | {
      readonly kind: 'flips';
      readonly run: number;
      readonly parameter: number;
      readonly from: number;
      readonly to: number;
    }
  /** No update raises the loss. */
  | { readonly kind: 'falls'; readonly run: number }
  /** Somewhere the loss is at least so many times as large as at an earlier row, both between two rows. */
  | {
      readonly kind: 'rebounds';
      readonly run: number;
      readonly times: number;
      readonly from?: number;
      readonly to?: number;
    }
  /** At a row the rule's state `name` of the first parameter is between two numbers. */
  | {
      readonly kind: 'state';
      readonly run: number;
      readonly name: string;
      readonly row: number;
      readonly from: number;
      readonly to: number;
    }
  /** An update, counted from 1, and the negative gradient before it make an angle of so many degrees, within half a degree. */
  | { readonly kind: 'turned'; readonly run: number; readonly update: number; readonly degrees: number }
  /** From a row on, one run is so many times as far from the problem's minimum as another (root of the mean square). */
  | {
      readonly kind: 'scatters';
      readonly run: number;
      readonly than: number;
      readonly after: number;
      readonly from: number;
      readonly to: number;
    }
  /** At the end, the validation loss over the training loss is between two numbers. */
  | { readonly kind: 'gap'; readonly run: number; readonly from: number; readonly to: number }
  /** The validation loss is lowest at a row between two. */
  | { readonly kind: 'lowestAt'; readonly run: number; readonly from: number; readonly to: number }
  /** The mean of the losses before the first updates is at least so many times the loss after them. */
  | { readonly kind: 'meanAbove'; readonly run: number; readonly updates: number; readonly times: number }
  /** Every point of a run lies `by` times the last step of another run ahead of that run. */
  | { readonly kind: 'leads'; readonly run: number; readonly of: number; readonly by: number; readonly within: number }
  /** The first parameters named are the same all along the run. */
  | { readonly kind: 'alike'; readonly run: number; readonly parameters: readonly number[] }
  /** A claim that holds in this precision alone. */
  | { readonly kind: 'onlyIn'; readonly precision: 'float32' | 'float64'; readonly claim: QuestionClaim }
  /** A claim about the same experiment with some of it changed. */
  | {
      readonly kind: 'instead';
      readonly changes: object;
      readonly claim: QuestionClaim;
    };
