/** `w1` to `w3` for `w` and 3. */
export const numbered = (stem: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${stem}${i + 1}`);
