/** The number at `index`, or NaN where there is none: NaN is what every drawing function here skips. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? NaN;
