/** The error of one way of taking finite differences, at some steps, in any order. */
export interface DifferenceSeries {
  readonly scheme: 'forward' | 'central';
  readonly precision: 'float64' | 'float32';
  readonly steps: readonly number[];
  /** |difference - derivative| at each step; not finite is a gap. */
  readonly errors: readonly number[];
}

export interface DifferencePlotProps {
  readonly series: readonly DifferenceSeries[];
  /** The exact derivative, in words and numbers. */
  readonly exact: string;
}
