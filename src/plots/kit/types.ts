import type { LoggedRun } from '../../engine/compare/types';
import type { Trace } from '../../engine/trace/types';

/** The appearance of a run, the same everywhere on the page. */
export interface RunStyle {
  /** CSS colour, such as `var(--run-0)`; paint functions resolve it with `colourOf`. */
  readonly colour: string;
  readonly label: string;
  /** Dash pattern and marker tell runs apart without colour. */
  readonly dash: readonly number[];
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'star' | 'wye' | 'ring';
}

/** A run from elsewhere and how it looks. */
export interface StyledLog {
  readonly log: LoggedRun;
  readonly style: RunStyle;
}

/** A known minimum, in parameter space. */
export type Point = readonly number[];

export interface PlotBase {
  readonly trace: Trace | null;
  readonly styles: readonly RunStyle[];
  /** Runs from elsewhere. In what is hovered their indices follow those of the runs. */
  readonly logs?: readonly StyledLog[] | undefined;
  /** Index of the selected run, which is painted on top. */
  readonly selected: number;
  /** The current step of the transport; shorter runs stay at their last row. */
  readonly step: number;
  /** Whether nothing is shown of what the runs do after the current step. */
  readonly hidesFuture?: boolean;
  /** The iterate whose readout is shown, in this plot or another; null for none. */
  readonly hovered: { readonly run: number; readonly step: number } | null;
  readonly onHover: (hovered: { readonly run: number; readonly step: number } | null) => void;
}
