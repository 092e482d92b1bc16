import type { Graph } from './graph';
import type { NodeId } from './node';
import { linearSolution } from './linearSystem';
import { orthonormalBasis } from './orthonormalBasis';
import { isMatrix, leftOver, type Tensor } from './tensor';
import { isOfAnyShape, type MatrixFunction } from './syntax';

/*
 * Functions of rules over the matrices that parameters form. A value of a rule has one number for each parameter; these functions write
 * the products of matrices out as scalar operations, so that every engine computes them as it computes everything else. Loaded where a
 * rule needs it (matrixFunctions.ts).
 */

/** Nodes of a matrix, row by row. */
type Entries = readonly NodeId[];

export { hessianSolution } from './hessianSolution';

/** The matrices, or the square ones, and every other parameter as a matrix of one row and one column. */
export function matricesAmong(tensors: readonly Tensor[], count: number, which: 'all' | 'square'): Tensor[] {
  const matrices = tensors.filter((tensor) => isMatrix(tensor) && (which === 'all' || tensor.rows === tensor.columns));
  return [...matrices, ...leftOver(matrices, count).map((i) => ({ rows: 1, columns: 1, at: [i] }))];
}

/**
 * Adds a function of rules over matrices to a step.
 * @param tensors what the problem declares; a parameter that is in no matrix is a matrix of one row and one column
 * @param args for each argument one node for each parameter
 * @returns one node for each parameter
 */
export function writeMatrixFunction(
  name: MatrixFunction,
  step: Graph,
  tensors: readonly Tensor[],
  args: readonly (readonly NodeId[])[],
): NodeId[] {
  const [first = [], second = []] = args;
  const result = [...first];
  const among = matricesAmong(tensors, first.length, isOfAnyShape(name) ? 'all' : 'square');
  const each = (change: (a: Entries, tensor: Tensor, b: Entries) => Entries): NodeId[] => {
    for (const tensor of among) {
      const entriesOf = (values: readonly NodeId[]) => tensor.at.map((i) => values[i] as NodeId);
      const made = change(entriesOf(first), tensor, entriesOf(second));
      tensor.at.forEach((i, place) => (result[i] = made[place] as NodeId));
    }
    return result;
  };
  switch (name) {
    case 'matmul':
      return each((a, { rows: n }, b) => product(step, a, b, n));
    case 'transpose':
      return each((a, { rows, columns }) => transposed(a, rows, columns));
    case 'identity':
      return each((a, { rows: n }) => a.map((_, k) => step.constant(Number(k % (n + 1) === 0))));
    case 'orthogonalize':
      return each((a, { rows, columns }) => newtonSchulz(step, a, rows, columns));
    case 'matrix_power':
      return each((a, { rows: n }, exponents) => powerOf(step, a, n, exponents[0] as NodeId));
    case 'orthonormal_basis':
      return each((a, { rows: n }) => orthonormalBasis(step, a, n));
    case 'solve':
      return each((a, { rows: n }, b) => linearSolution(step, a, b, n));
    case 'rows':
      return each((a, { rows }) => a.map(() => step.constant(rows)));
    case 'columns':
      return each((a, { columns }) => a.map(() => step.constant(columns)));
  }
}

const sumOfProducts = (step: Graph, a: Entries, b: Entries): NodeId =>
  a.map((x, i) => step.apply('mul', x, b[i] as NodeId)).reduce((total, term) => step.apply('add', total, term));

const row = (a: Entries, r: number, columns: number): Entries => a.slice(r * columns, (r + 1) * columns);

function transposed(a: Entries, rows: number, columns: number): NodeId[] {
  return Array.from({ length: rows * columns }, (_, k) => a[(k % rows) * columns + Math.floor(k / rows)] as NodeId);
}

/** a b, of matrices whose inner dimension is `inner`. */
function product(step: Graph, a: Entries, b: Entries, inner: number): NodeId[] {
  const [rows, columns] = [a.length / inner, b.length / inner];
  const across = transposed(b, inner, columns);
  return Array.from({ length: rows * columns }, (_, k) =>
    sumOfProducts(step, row(a, Math.floor(k / columns), inner), row(across, k % columns, inner)),
  );
}

/** Coefficients of the quintic a x + b x^3 + c x^5, the number of its steps, and what keeps a matrix of zeros from 0/0, by Jordan et al. */
const quintic = { a: 3.4445, b: -4.775, c: 2.0315, steps: 5, eps: 1e-7 } as const;

/**
 * The Newton-Schulz iteration of Muon: divided by its norm, every singular value of the matrix is moved towards 1, to between about
 * 0.7 and 1.2 where it was not tiny, and the singular vectors stay. https://kellerjordan.github.io/posts/muon/
 */
function newtonSchulz(step: Graph, matrix: Entries, rows: number, columns: number): NodeId[] {
  const isTall = rows > columns;
  const wide = isTall ? transposed(matrix, rows, columns) : matrix;
  const height = Math.min(rows, columns);
  const [a, b, c] = [quintic.a, quintic.b, quintic.c].map((value) => step.constant(value)) as [NodeId, NodeId, NodeId];
  const length = step.apply('add', step.apply('sqrt', sumOfProducts(step, wide, wide)), step.constant(quintic.eps));
  let x: Entries = wide.map((value) => step.apply('div', value, length));
  for (let k = 0; k < quintic.steps; k += 1) {
    // Symmetric: the graph shares equal entries, so half of the operations are written once.
    const once = product(step, x, transposed(x, height, x.length / height), x.length / height);
    const twice = product(step, once, once, height);
    const combined = once.map((value, i) =>
      step.apply('add', step.apply('mul', b, value), step.apply('mul', c, twice[i] as NodeId)),
    );
    const moved = product(step, combined, x, height);
    x = x.map((value, i) => step.apply('add', step.apply('mul', a, value), moved[i] as NodeId));
  }
  return isTall ? transposed(x, columns, rows) : [...x];
}

/** Sweeps of Jacobi's rotations after which only rounding is left off the diagonal, for up to eight rows. One rotation does for two. */
const sweepsFor = (rows: number): number => (rows === 2 ? 1 : rows < 5 ? 5 : 6);

/** A symmetric matrix, of which the upper triangle is read, to a power: V D^p V^T of its eigenvalues D and eigenvectors V. */
function powerOf(step: Graph, matrix: Entries, n: number, exponent: NodeId): NodeId[] {
  const { values, vectors } = symmetricEigen(step, matrix, n);
  const powers = values.map((value) => step.apply('pow', value, exponent));
  const scaled = vectors.map((vector, k) => step.apply('mul', vector, powers[k % n] as NodeId));
  return product(step, scaled, transposed(vectors, n, n), n);
}

/** Eigenvalues, and eigenvectors as columns, by Jacobi's rotations. Golub & Van Loan, Matrix Computations, 8.5. */
function symmetricEigen(step: Graph, matrix: Entries, n: number): { values: NodeId[]; vectors: Entries } {
  const a = Array.from({ length: n }, (_, i) => Array.from(row(matrix, i, n)));
  const vectors = a.map((_, i) => a.map((__, j) => step.constant(Number(i === j))));
  const at = (i: number, j: number) => a[Math.min(i, j)]?.[Math.max(i, j)] as NodeId;
  for (let sweep = 0; sweep < sweepsFor(n); sweep += 1)
    for (let p = 0; p < n; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        const { c, s, t } = rotation(step, at(p, p), at(q, q), at(p, q));
        const shift = step.apply('mul', t, at(p, q));
        const set = (i: number, j: number, value: NodeId) => ((a[Math.min(i, j)] ?? [])[Math.max(i, j)] = value);
        const turn = (x: NodeId, y: NodeId): readonly [NodeId, NodeId] => [
          step.apply('sub', step.apply('mul', c, x), step.apply('mul', s, y)),
          step.apply('add', step.apply('mul', s, x), step.apply('mul', c, y)),
        ];
        set(p, p, step.apply('sub', at(p, p), shift));
        set(q, q, step.apply('add', at(q, q), shift));
        set(p, q, step.constant(0));
        for (let k = 0; k < n; k += 1) {
          if (k !== p && k !== q) {
            const [x, y] = turn(at(k, p), at(k, q));
            set(k, p, x);
            set(k, q, y);
          }
          const vector = vectors[k] ?? [];
          [vector[p], vector[q]] = turn(vector[p] as NodeId, vector[q] as NodeId);
        }
      }
  return { values: a.map((_, i) => at(i, i)), vectors: vectors.flat() };
}

/** Cosine, sine and tangent of the smaller angle that makes an entry off the diagonal 0; of the angle 0 where it is 0. */
function rotation(step: Graph, app: NodeId, aqq: NodeId, apq: NodeId): { c: NodeId; s: NodeId; t: NodeId } {
  const [zero, one] = [step.constant(0), step.constant(1)];
  const half = (x: NodeId) => step.apply('mul', step.constant(0.5), x);
  const tau = step.apply('div', half(step.apply('sub', aqq, app)), apq);
  const root = (x: NodeId) => step.apply('sqrt', step.apply('add', one, step.apply('mul', x, x)));
  const size = step.apply('div', one, step.apply('add', step.apply('abs', tau), root(tau)));
  const signed = step.apply('if', step.apply('lt', tau, zero), step.apply('neg', size), size);
  const t = step.apply('if', step.apply('eq', apq, zero), zero, signed);
  const c = step.apply('div', one, root(t));
  return { c, s: step.apply('mul', t, c), t };
}
