import type { Trace } from '../../engine/trace/types';

/** How a run looks everywhere on the page. */
export interface RunStyle {
  /** CSS colour, e.g. `var(--run-0)`. Canvas code resolves it through getComputedStyle. */
  readonly colour: string;
  readonly label: string;
  /** A dash pattern and a marker shape of its own, so that colour is never the only sign. */
  readonly dash: readonly number[];
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'star' | 'wye' | 'ring';
}

/** A known minimum, in parameter space. */
export type Point = readonly number[];

export interface PlotBase {
  readonly trace: Trace | null;
  readonly styles: readonly RunStyle[];
  /** Index of the run that the panels speak of; drawn on top. */
  readonly selected: number;
  /** The step that the transport stands at; runs shorter than it stay at their last row. */
  readonly step: number;
  /** A step being read under the pointer or the keyboard cursor, in either plot; null when none. */
  readonly hovered: { readonly run: number; readonly step: number } | null;
  readonly onHover: (hovered: { readonly run: number; readonly step: number } | null) => void;
}
