import type { RunPrecision } from '../../experiment/core/types';

/**
 * A precision in a name, the same in every language: `bfloat16`; `float32 → bfloat16` where it is only stored so;
 * `bfloat16 + float32` with a master copy. A run without one computes in float32.
 */
export const precisionName = ({ format, rounding, master }: RunPrecision = { format: 'float32' }): string =>
  `${rounding ? 'float32 → ' : ''}${format}${master ? ' + float32' : ''}`;
