/*
 * Arrays filled by a function. `Float64Array.from` with a function iterates and collects a list first, which takes several
 * times as long: too long for arrays that are rebuilt whenever a slider moves.
 */

/** `count` numbers, each from its index. */
export function numbersFrom(count: number, value: (index: number) => number): Float64Array {
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i += 1) numbers[i] = value(i);
  return numbers;
}

/** `count` whole numbers, each from its index. */
export function indicesFrom(count: number, value: (index: number) => number): Int32Array {
  const indices = new Int32Array(count);
  for (let i = 0; i < count; i += 1) indices[i] = value(i);
  return indices;
}
