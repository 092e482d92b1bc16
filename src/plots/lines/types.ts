import type { SeriesReport } from '../../engine/series';
import type { CurvaturePath } from '../../engine/theory/edge';
import type { ProgressAxis } from './progressAxis';
import type { RunTrace } from '../../engine/trace/types';
import type { PlotBase } from '../kit/types';

export interface LossPlotProps extends PlotBase {
  readonly scale: 'log' | 'linear';
  readonly axis: ProgressAxis;
  /** How many samples lie between two recorded losses; 1 records the loss after every update. */
  readonly record: number;
  /** Whether the axes are those of all steps, or of the steps around the break of a run. */
  readonly framing: 'all' | 'break';
  /** A click or drag along the axis moves the transport. */
  readonly onStep: (step: number) => void;
  /** A run that is not part of the experiment, such as the one under the pointer in a sweep: dashed, on top. It does not change the axes. */
  readonly preview?: RunTrace | null;
}

export interface SeriesPlotProps extends Omit<LossPlotProps, 'preview' | 'record'> {
  /** Null until it is computed. */
  readonly report: SeriesReport | null;
  /** Index of the parameter that is shown where there are too many to show all. */
  readonly parameter: number;
  /** Symbol of the quantity, such as `‖∇f‖`. */
  readonly symbol: string;
}

export interface CurvaturePlotProps extends Pick<
  LossPlotProps,
  'trace' | 'styles' | 'selected' | 'step' | 'hidesFuture' | 'hovered' | 'onHover' | 'onStep' | 'scale' | 'framing'
> {
  /** One for each run; null where it is not computed yet. */
  readonly paths: readonly (Pick<CurvaturePath, 'rows' | 'largest' | 'limit'> | null)[];
  /** Name of the limit of the selected run, such as `2/lr`. */
  readonly limitLabel: string;
  /** The last step of the transport. */
  readonly last: number;
}
