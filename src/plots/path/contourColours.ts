/** Opacity of a contour that the scale of the loss does not name. */
export const WEAK = 0.45;

/** Whether a contour is one that the scale of the loss names: every fourth, so that there is room for their numbers. */
export const isStrong = (i: number): boolean => i % 4 === 1;

/** Colour of the ground above contour `i` of `count`; that below the first is `--plot-contour-low`. */
export const bandColour = (i: number, count: number): string =>
  mixed('--plot-contour-low', '--plot-contour-high', (i + 1) / count);

/** Colour of contour `i` of `count`, about equally strong against the ground at every height. */
export const contourColour = (i: number, count: number): string =>
  mixed('--plot-contour-line-low', '--plot-contour-line-high', (i + 1) / count);

const mixed = (low: string, high: string, share: number): string =>
  `color-mix(in oklab, var(${low}), var(${high}) ${(100 * share).toFixed(1)}%)`;
