/** The number at `index`, or NaN where there is none; every plot leaves NaN out. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? NaN;
