import type { Graph } from './graph';
import type { NodeId, OperatorName } from './node';

/**
 * The solution X of A X = B by Gaussian elimination with partial pivoting, written out. Golub & Van Loan, Matrix Computations, 3.4. A pivot
 * is found by exchanging two rows wherever the lower one has the larger entry. Of a singular matrix it gives what dividing by 0 gives.
 * @param matrix its nodes, n times n, row by row
 * @param right the nodes of B, with as many rows
 * @returns the nodes of X, in the shape of B
 */
export function linearSolution(step: Graph, matrix: readonly NodeId[], right: readonly NodeId[], n: number): NodeId[] {
  const on = (operator: OperatorName, ...args: NodeId[]) => step.apply(operator, ...args);
  const columns = right.length / n;
  const rows = Array.from({ length: n }, (_, i) => [
    ...matrix.slice(i * n, (i + 1) * n),
    ...right.slice(i * columns, (i + 1) * columns),
  ]);
  const width = n + columns;
  const at = (i: number, j: number) => rows[i]?.[j] as NodeId;
  const set = (i: number, j: number, value: NodeId) => ((rows[i] ?? [])[j] = value);
  const minusProduct = (i: number, j: number, factor: NodeId, other: number) =>
    set(i, j, on('sub', at(i, j), on('mul', factor, at(other, j))));
  for (let k = 0; k < n; k += 1) {
    for (let i = k + 1; i < n; i += 1) {
      const isLarger = on('gt', on('abs', at(i, k)), on('abs', at(k, k)));
      for (let j = k; j < width; j += 1) {
        const [upper, lower] = [at(k, j), at(i, j)];
        set(k, j, on('if', isLarger, lower, upper));
        set(i, j, on('if', isLarger, upper, lower));
      }
    }
    for (let i = k + 1; i < n; i += 1) {
      const factor = on('div', at(i, k), at(k, k));
      for (let j = k + 1; j < width; j += 1) minusProduct(i, j, factor, k);
    }
  }
  for (let i = n - 1; i >= 0; i -= 1)
    for (let j = n; j < width; j += 1) {
      for (let k = i + 1; k < n; k += 1) minusProduct(i, j, at(i, k), k);
      set(i, j, on('div', at(i, j), at(i, i)));
    }
  return rows.flatMap((row) => row.slice(n));
}
