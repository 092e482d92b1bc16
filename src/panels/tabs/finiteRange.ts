/** The least and the greatest of the finite numbers among some, null if none is finite, and how many are not. */
export function finiteRange(values: readonly number[]) {
  const finite = values.filter(Number.isFinite);
  const range = finite.length === 0 ? null : ([Math.min(...finite), Math.max(...finite)] as const);
  return { range, broken: values.length - finite.length };
}
