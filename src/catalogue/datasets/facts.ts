import type { Dataset, RandomSource, SettingValues } from '../types';

/**
 * Facts that are read again and again, some often and some seldom: each has a key x and a value y, unit vectors that are orthogonal to those
 * of all other facts. Fact k is read in proportion to 1/k^zipf, as near as whole numbers come to that.
 *
 * @param settings samples, size (how many facts, and numbers of a vector), zipf, rotated (0: keys and values are unit vectors along the
 * axes)
 * @returns columns x1, x2, ..., y1, y2, ...; a sample is harder the rarer its fact is
 */
export function sampleFacts(settings: SettingValues, { normal }: RandomSource): Dataset {
  const { samples: count = 0, size = 0, zipf = Number.NaN, rotated = 1 } = settings;
  const keys = orthonormal(size, normal);
  const values = orthonormal(size, normal);
  const unit = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => Number(i === j)));
  const facts = inProportion(count, size, zipf);
  const columnsOf = (vectors: readonly (readonly number[])[]) =>
    Array.from({ length: size }, (_, i) => Float64Array.from(facts, (k) => vectors[k]?.[i] ?? Number.NaN));
  return {
    columns: [...columnsOf(rotated ? keys : unit), ...columnsOf(rotated ? values : unit)],
    size: count,
    difficulty: Float64Array.from(facts),
  };
}

/** Which fact each sample is of, in proportion to 1/k^zipf: the next is always of the fact that has come too seldom so far by most. */
function inProportion(count: number, size: number, zipf: number): number[] {
  const weights = Array.from({ length: size }, (_, k) => (k + 1) ** -zipf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const made = weights.map(() => 0);
  return Array.from({ length: count }, (_, i) => {
    const behind = weights.map((weight, k) => ((i + 1) * weight) / total - (made[k] ?? 0));
    const next = behind.indexOf(Math.max(...behind));
    made[next] = (made[next] ?? 0) + 1;
    return next;
  });
}

/** Random orthogonal unit vectors, by Gram and Schmidt's procedure, done twice so that rounding leaves them orthogonal. */
function orthonormal(size: number, normal: () => number): number[][] {
  const made: number[][] = [];
  for (let k = 0; k < size; k += 1) {
    let vector = Array.from({ length: size }, normal);
    for (const other of [...made, ...made]) {
      const along = vector.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
      vector = vector.map((value, i) => value - along * (other[i] ?? 0));
    }
    const length = Math.hypot(...vector);
    made.push(vector.map((value) => value / length));
  }
  return made;
}
