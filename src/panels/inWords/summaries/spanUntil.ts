/** One line of a plot: some quantity of a run at some of its steps. */
export interface WordedLine {
  readonly label: string;
  /** Ascending. */
  readonly steps: ArrayLike<number>;
  /** One for each step; what is not finite is a gap. */
  readonly values: ArrayLike<number | null>;
}

export interface Span {
  /** The last value at or before the step. */
  readonly now: { readonly step: number; readonly value: number };
  readonly least: number;
  readonly most: number;
}

/**
 * What a line says at a step.
 * @param hidesFuture whether values after the step are left out of the range
 * @returns null where the line has no finite value up to the step
 */
export function spanUntil({ steps, values }: WordedLine, step: number, hidesFuture: boolean): Span | null {
  let now: Span['now'] | null = null;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < steps.length; i += 1) {
    const value = values[i] ?? NaN;
    const at = steps[i] ?? NaN;
    if (!Number.isFinite(value) || (hidesFuture && at > step)) continue;
    if (at <= step) now = { step: at, value };
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return now && { now, least, most };
}
