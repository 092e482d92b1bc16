import type { Box } from './clip';
import type { Scale } from './scale';

/** The part of a plot inside the axes, with the scale of each axis. */
export interface Plane {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Box;
}
