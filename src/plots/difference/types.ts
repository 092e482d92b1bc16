/** The error of one scheme of finite differences at some steps, in any order. */
export interface DifferenceSeries {
  readonly scheme: 'forward' | 'central';
  readonly precision: 'float64' | 'float32';
  readonly steps: readonly number[];
  /** |difference - derivative| at each step; a value that is not finite is a gap. */
  readonly errors: readonly number[];
}

export interface DifferencePlotProps {
  readonly series: readonly DifferenceSeries[];
  /** A sentence with the exact derivative. */
  readonly exact: string;
}
