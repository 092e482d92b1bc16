import type { HeardCurve } from '../summary';

/** The scale on which numbers are heard: factors where all are above 0. */
export const heardScale = (values: Float32Array | Float64Array): HeardCurve['scale'] =>
  values.every((value) => value > 0) ? 'log' : 'linear';
