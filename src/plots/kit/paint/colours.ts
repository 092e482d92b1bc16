/** The CSS colours that paint functions use; kit/parts/plot.css gives them their values. */
export const colours = {
  paper: 'var(--plot-paper)',
  ink: 'var(--plot-ink)',
  inkSoft: 'var(--plot-ink-soft)',
  rule: 'var(--plot-rule)',
  contourLow: 'var(--plot-contour-low)',
} as const;
