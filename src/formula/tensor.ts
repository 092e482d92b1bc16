/** Parameters that form a tensor, such as the weights of a layer: a matrix where it has two rows and two columns or more. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  /** Indices of the parameters, row by row. */
  readonly at: readonly number[];
}

export const isMatrix = ({ rows, columns }: Tensor): boolean => rows > 1 && columns > 1;

/** The parameters that are in none of some tensors. */
export function leftOver(tensors: readonly Tensor[], count: number): number[] {
  const taken = new Set(tensors.flatMap(({ at }) => at));
  return Array.from({ length: count }, (_, i) => i).filter((i) => !taken.has(i));
}

/** The tensors, and all parameters that are in none of them as one more. */
export function layersAmong(tensors: readonly Tensor[], count: number): Tensor[] {
  const rest = leftOver(tensors, count);
  return rest.length === 0 ? [...tensors] : [...tensors, { rows: 1, columns: rest.length, at: rest }];
}
