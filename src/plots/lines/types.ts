import type { SeriesReport } from '../../engine/series';
import type { CurvaturePath } from '../../engine/theory/edge';
import type { RunTrace } from '../../engine/trace/types';
import type { PlotBase } from '../kit/types';

export interface LossPlotProps extends PlotBase {
  readonly scale: 'log' | 'linear';
  readonly axis: 'step' | 'epoch' | 'samples';
  /** Samples between two losses that are shown; 1 for the loss after every update. */
  readonly record: number;
  /** A click or drag along the axis moves the transport. */
  readonly onStep: (step: number) => void;
  /** A run that is only looked at, e.g. under the pointer in a sweep: dashed, on top. The axes stay as they are. */
  readonly preview?: RunTrace | null;
}

export interface SeriesPlotProps extends Omit<LossPlotProps, 'preview' | 'record'> {
  /** Null until it is known. */
  readonly report: SeriesReport | null;
  /** Index of the parameter that is drawn where there are too many to draw them all. */
  readonly parameter: number;
  /** Names the quantity, e.g. `‖∇f‖`. */
  readonly symbol: string;
}

export interface CurvaturePlotProps extends Pick<
  LossPlotProps,
  'styles' | 'selected' | 'step' | 'hovered' | 'onHover' | 'onStep' | 'scale'
> {
  /** One for each run; null where it is not known. */
  readonly paths: readonly (Pick<CurvaturePath, 'rows' | 'largest' | 'limit'> | null)[];
  /** Names the limit of the selected run, e.g. `2/lr`. */
  readonly limitLabel: string;
  /** The last step that the transport can stand at. */
  readonly last: number;
}
