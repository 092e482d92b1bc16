export interface FormProps {
  /** The plot that is chosen at first; null for those that most want. */
  readonly plot: HTMLElement | null;
}
