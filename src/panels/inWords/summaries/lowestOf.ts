/** The place of the lowest finite number among the first `count`; -1 if none of them is finite. */
export function lowestOf(values: ArrayLike<number>, count = values.length): number {
  let lowest = -1;
  for (let i = 0; i < Math.min(count, values.length); i += 1) {
    const value = values[i] ?? NaN;
    if (Number.isFinite(value) && (lowest < 0 || value < (values[lowest] ?? NaN))) lowest = i;
  }
  return lowest;
}

/** How many other numbers are the same as the one at a place. */
export const othersLike = (values: ArrayLike<number>, place: number): number =>
  Array.from(values).filter((value, i) => i !== place && value === values[place]).length;
