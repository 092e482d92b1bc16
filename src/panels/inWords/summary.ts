import type { useTranslations } from 'use-intl';
import type { Outcome } from '../../engine/trace/types';
import type { RunStyle } from '../../plots/kit/types';

/** A plot for who does not see it: in sentences, in numbers, and as curves that can be played. */
export interface Summary {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Null where there is nothing to list yet. */
  readonly table: NumberTable | null;
  /** Empty where the plot has no curves. */
  readonly curves: readonly HeardCurve[];
}

/** Some numbers of a plot: enough to know its course, few enough to read. */
export interface NumberTable {
  readonly caption: string;
  /** What the first column holds, which heads the rows. */
  readonly corner: string;
  readonly columns: readonly { readonly label: string; readonly style?: RunStyle | undefined }[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[]; readonly isCurrent?: boolean }[];
}

/** One curve of a plot: equal distances on either axis of the plot are equal times and equal intervals of its tone. */
export interface HeardCurve {
  readonly label: string;
  /** Where each value stands along the axis, ascending. */
  readonly positions: ArrayLike<number>;
  readonly values: ArrayLike<number | null>;
  /** The scale of the value axis. */
  readonly scale: 'log' | 'linear';
}

/** Where the transport has come to rest, and whether what comes after it may be said. */
export interface Moment {
  readonly step: number;
  readonly hidesFuture: boolean;
}

/** What all summaries use. */
export interface Aids {
  readonly t: ReturnType<typeof useTranslations<never>>;
  readonly moment: Moment;
  /** A number as prose and tables of this language write it, rounded to some significant digits. */
  readonly write: (value: number, digits?: number) => string;
  readonly outcomeOf: (outcome: Outcome | null) => string;
}

/** The summary of a plot from what it shows; it depends on nothing else, so it is made again only when that changes. */
export type Summarize<Shown> = (shown: Shown, aids: Aids) => Summary;
