/** The largest finite number of each format in which an engine computes (IEEE 754). */
export const largestNumber = {
  float64: Number.MAX_VALUE,
  float32: (2 - 2 ** -23) * 2 ** 127,
} as const;
