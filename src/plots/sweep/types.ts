import type { AxisRange } from '../../experiment/core/types';
import type { SweepCell, SweepGrid } from './sweepGrid';
import type { RunStyle } from '../kit/types';

/** One axis of a sweep with its title. */
export interface SweepPlotAxis extends AxisRange {
  readonly title: string;
  /** Its name in a formula, such as `lr`; follows the title in italics. */
  readonly symbol?: string;
}

/** How the numbers of a sweep are coloured. */
export type SweepColouring =
  | {
      readonly kind: 'continuous';
      readonly scale: 'linear' | 'log';
      /** What the number is, such as the final loss. */
      readonly title: string;
      /** What a number that is not finite means; those pixels are hatched. */
      readonly notFinite: string;
    }
  | {
      readonly kind: 'categories';
      readonly title: string;
      /** At least one; the position in this list decides the colour. Other numbers are hatched, as are categories that say so. */
      readonly categories: readonly { readonly value: number; readonly label: string; readonly isHatched?: boolean }[];
    };

/** A curve over a sweep, such as the stability edge; its points are values of the two axes, NaN is a gap. */
export interface SweepEdgeCurve {
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
  /** Coarse to fine: the rows of each that are done cover the grid before it. */
  readonly grids: readonly SweepGrid[];
  readonly colouring: SweepColouring;
  /** Share of the work that is done, 0 to 1; null while nothing is being computed. */
  readonly progress: number | null;
  /** The values that the selected run has now, and its style; null where it is not to be marked. */
  readonly current: { readonly x: number; readonly y: number; readonly style: RunStyle } | null;
  readonly edgeCurves: readonly SweepEdgeCurve[];
  /** Called with the pixel under the pointer or the keyboard's cursor, again when a finer grid has it. */
  readonly onHover: (cell: SweepCell | null) => void;
  /** Called on a click on a pixel, or Enter. */
  readonly onPick: (cell: SweepCell) => void;
  /** Called with a rectangle dragged with the pointer, or between two presses of the space bar. */
  readonly onSelect: (region: SweepRegion) => void;
}
