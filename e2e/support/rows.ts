/** A run after some number of updates. */
export interface Row {
  readonly point: readonly number[];
  readonly loss: number;
}

/** How far a point is from the one expected, in parts of the expected one's distance from 0. NaN where either is. */
export const pointError = (actual: Row, expected: Row): number =>
  inParts(
    Math.hypot(...expected.point.map((value, i) => (actual.point[i] ?? Number.NaN) - value)),
    Math.hypot(...expected.point),
  );

/** The same of the loss. */
export const lossError = (actual: Row, expected: Row): number =>
  inParts(Math.abs(actual.loss - expected.loss), Math.abs(expected.loss));

const inParts = (distance: number, size: number): number => (distance === 0 ? 0 : distance / size);
