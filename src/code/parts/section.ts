/** A part of a program under a heading of its own: a comment in a file, a cell in a notebook. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}
