/** Names of the colours that the plots draw with; `plots.css` gives them their values and fallbacks. */
export const colours = {
  paper: 'var(--plot-paper)',
  ink: 'var(--plot-ink)',
  inkSoft: 'var(--plot-ink-soft)',
  rule: 'var(--plot-rule)',
  contourLow: 'var(--plot-contour-low)',
} as const;

/** Colour of the band at `share` (0 lowest, 1 highest) of the way up the surface. */
export const bandColour = (share: number): string =>
  `color-mix(in oklab, var(--plot-contour-low), var(--plot-contour-high) ${(100 * share).toFixed(1)}%)`;
