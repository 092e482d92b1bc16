import type { Box } from '../geometry/clip';
import type { ColourOf } from './useColours';

/** What every paint function needs; a `Layer` makes one for its canvas. */
export interface Painter {
  /** Takes CSS pixels; (0, 0) is the upper left corner of the plot. */
  readonly context: CanvasRenderingContext2D;
  /** The part of the plot inside the axes. */
  readonly box: Box;
  readonly colourOf: ColourOf;
  /** A sixteenth of a rem, in CSS pixels: strokes and marks are measured in it, so that they grow with the type. */
  readonly unit: number;
}
