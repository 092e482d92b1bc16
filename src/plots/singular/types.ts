/** The singular values of one matrix, largest first. */
export interface SingularPanel {
  readonly title: string;
  readonly values: readonly number[];
}

export interface SingularPlotProps {
  /** Each has an axis of its own, from 0 to its largest value. */
  readonly panels: readonly SingularPanel[];
  /** Colour of the bars: that of the run. */
  readonly colour: string;
}
