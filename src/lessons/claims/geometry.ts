/** The Euclidean distance of two points. Throws RangeError if they have different numbers of coordinates. */
export function distance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} coordinates against ${b.length}`);
  return Math.hypot(...a.map((value, i) => value - (b[i] as number)));
}

/** The largest difference of a coordinate, relative to the larger of the two where that is above 1. */
export const gap = (a: readonly number[], b: readonly number[]): number =>
  Math.max(
    ...a.map((value, i) => Math.abs(value - (b[i] as number)) / Math.max(1, Math.abs(value), Math.abs(b[i] as number))),
  );

/** The distance of a point from the line through two others. */
export function distanceToLine(point: readonly number[], start: readonly number[], end: readonly number[]): number {
  const along = end.map((value, i) => value - (start[i] as number));
  const from = point.map((value, i) => value - (start[i] as number));
  const share = dot(from, along) / dot(along, along);
  return Math.hypot(...from.map((value, i) => value - share * (along[i] as number)));
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
