import type { SweepAxis } from '../../engine/sweep/types';
import type { SweepCell, SweepGrid } from './sweepGrid';
import type { RunStyle } from '../kit/types';

/** One axis of a sweep and what stands beside it. */
export interface SweepPlotAxis extends Pick<SweepAxis, 'from' | 'to' | 'scale'> {
  readonly title: string;
  /** How a formula names it, e.g. `lr`; after the title, in italics. */
  readonly symbol?: string;
}

/** How the numbers of a sweep are coloured. */
export type SweepColouring =
  | {
      readonly kind: 'continuous';
      readonly scale: 'linear' | 'log';
      /** What the number is. */
      readonly title: string;
      /** What it means that a number is not finite: those runs are hatched. */
      readonly notFinite: string;
    }
  | {
      readonly kind: 'categories';
      readonly title: string;
      /** At least one; each colour is that of the place in this list. A number that is none of these is hatched, as are those that say so. */
      readonly categories: readonly { readonly value: number; readonly label: string; readonly isHatched?: boolean }[];
    };

/** A curve over a sweep, e.g. the stability edge: its points in the sweep's own numbers; NaN is a gap. */
export interface SweepLimit {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A part of a sweep, each range in the direction of its axis. */
export interface SweepRegion {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

export interface SweepPlotProps {
  readonly x: SweepPlotAxis;
  readonly y: SweepPlotAxis;
  /** Coarse to fine: each is drawn over the one before it, as far as it is known. */
  readonly grids: readonly SweepGrid[];
  readonly colouring: SweepColouring;
  /** Share of the work done, 0 to 1; null when there is none under way. */
  readonly progress: number | null;
  /** Settings of the selected run as it is now, and how it is drawn elsewhere. */
  readonly here: { readonly x: number; readonly y: number; readonly style: RunStyle } | null;
  readonly limits: readonly SweepLimit[];
  /** The run under the pointer or the keyboard's cursor, told again when a finer grid knows it better. */
  readonly onHover: (cell: SweepCell | null) => void;
  /** A click or Enter on a run. */
  readonly onPick: (cell: SweepCell) => void;
  /** A rectangle drawn with the pointer, or between two presses of the space bar. */
  readonly onSelect: (region: SweepRegion) => void;
}
