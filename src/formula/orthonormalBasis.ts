import type { Graph } from './graph';
import type { NodeId, OperatorName } from './node';

/**
 * The factor Q of the QR decomposition of a square matrix, by Householder's reflections, with the signs of LAPACK, which numpy, torch
 * and jax have. Golub & Van Loan, Matrix Computations, 5.1 and 5.2. Q is orthogonal whatever the matrix: a column that is 0 below the
 * diagonal needs no reflection, and each reflection is orthogonal to rounding by its own factor, 2 over the square of its vector.
 * @param matrix its nodes, row by row
 */
export function orthonormalBasis(step: Graph, matrix: readonly NodeId[], n: number): NodeId[] {
  const a = Array.from({ length: n }, (_, i) => matrix.slice(i * n, (i + 1) * n));
  const reflections = Array.from({ length: n - 1 }, (_, k) => {
    const reflection = reflectionOf(
      step,
      a.slice(k).map((row) => row[k] as NodeId),
    );
    for (let j = k + 1; j < n; j += 1) reflect(step, a, reflection, k, j);
    return reflection;
  });
  // The product of the reflections, built from the last one on the smallest block.
  const q = a.map((_, i) => a.map((__, j) => step.constant(Number(i === j))));
  for (let k = n - 2; k >= 0; k -= 1)
    for (let j = k; j < n; j += 1) reflect(step, q, reflections[k] as Reflection, k, j);
  return q.flat();
}

/** I - factor v v^T, over the rows from some k on; the first entry of v is 1, `tail` are the others. */
interface Reflection {
  readonly tail: readonly NodeId[];
  readonly factor: NodeId;
}

/** The reflection that makes all entries of a column but the first 0. */
function reflectionOf(step: Graph, column: readonly NodeId[]): Reflection {
  const on = (operator: OperatorName, ...args: NodeId[]) => step.apply(operator, ...args);
  const sum = (terms: readonly NodeId[]) => terms.reduce((total, term) => on('add', total, term));
  const zero = step.constant(0);
  const sizes = column.map((x) => on('abs', x));
  const isDone = on('eq', sum(sizes.slice(1)), zero);
  // Divided by its size, so that no square of an entry that matters is beyond the range of the numbers.
  const size = sum(sizes);
  const [first = zero, ...rest] = column.map((x) => on('div', x, size));
  const squares = (terms: readonly NodeId[]) => sum(terms.map((x) => on('mul', x, x)));
  const length = on('sqrt', squares([first, ...rest]));
  const pivot = on('if', on('lt', first, zero), on('sub', first, length), on('add', first, length));
  const tail = rest.map((x) => on('if', isDone, zero, on('div', x, pivot)));
  const factor = on('div', step.constant(2), on('add', step.constant(1), squares(tail)));
  return { tail, factor: on('if', isDone, zero, factor) };
}

/** Reflects column j of a matrix, of which the rows from k on change. An entry that is 0 by its place takes no part. */
function reflect(step: Graph, rows: NodeId[][], { tail, factor }: Reflection, k: number, j: number): void {
  const at = (i: number) => rows[i]?.[j] as NodeId;
  const isZero = (node: NodeId) => step.valueOf(node) === 0;
  const terms = [
    at(k),
    ...tail.map((v, i) => (isZero(at(k + 1 + i)) ? at(k + 1 + i) : step.apply('mul', v, at(k + 1 + i)))),
  ];
  const along = step.apply(
    'mul',
    factor,
    terms.filter((term) => !isZero(term)).reduce((total, term) => step.apply('add', total, term), step.constant(0)),
  );
  const set = (i: number, value: NodeId) => ((rows[i] ?? [])[j] = value);
  set(k, step.apply('sub', at(k), along));
  tail.forEach((v, i) => set(k + 1 + i, step.apply('sub', at(k + 1 + i), step.apply('mul', v, along))));
}
