/** A coin that falls on 1 and -1 in an order of its own for each seed: the highest bit of a linear congruential generator. */
export function coin(seed: number): () => 1 | -1 {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >= 2 ** 31 ? 1 : -1;
  };
}
