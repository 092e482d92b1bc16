import type { Tensor } from '../../formula/tensor';
import { matricesAmong } from '../../formula/matrix';
import { layersAmong } from '../../formula/tensor';
import type { TensorDialect } from '../python/dialect';
import { statement } from '../python/lines';
import type { TensorFunction } from '../subject/tensorFunctions';
import type { Subject } from '../subject/subject';
import { cast } from './formats';
import type { Library } from './library';

/* The functions of rules over matrices, as small functions of the program over the vector of all parameters. */

interface MatrixTexts {
  /** The numbers of a vector at a nested list of indices. */
  readonly gather: (vector: string, at: string) => string;
  readonly flat: (matrix: string) => string;
  /** One vector of several, with its entries in this order. */
  readonly joined: (parts: string, order: string) => string;
  readonly transposed: (matrix: string) => string;
  readonly identity: (size: string) => string;
  readonly eigh: (matrix: string) => string;
  /** The factor Q of a QR decomposition. */
  readonly orthonormal: (matrix: string) => string;
  readonly filledLike: (matrix: string, value: string) => string;
}

const texts: Readonly<Record<TensorDialect, MatrixTexts>> = {
  torch: {
    gather: (vector, at) => `${vector}[torch.tensor(${at})]`,
    flat: (matrix) => `${matrix}.reshape(-1)`,
    joined: (parts, order) => `torch.cat(${parts})[${order}]`,
    transposed: (matrix) => `${matrix}.T`,
    identity: (size) => `torch.eye(${size}, dtype=torch.float64)`,
    eigh: (matrix) => `torch.linalg.eigh(${matrix})`,
    orthonormal: (matrix) => `torch.linalg.qr(${matrix})[0]`,
    filledLike: (matrix, value) => `torch.full_like(${matrix}, ${value})`,
  },
  jax: {
    gather: (vector, at) => `${vector}[jnp.array(${at})]`,
    flat: (matrix) => `${matrix}.reshape(-1)`,
    joined: (parts, order) => `jnp.concatenate(${parts})[jnp.array(${order})]`,
    transposed: (matrix) => `${matrix}.T`,
    identity: (size) => `jnp.eye(${size}, dtype=jnp.float64)`,
    eigh: (matrix) => `jnp.linalg.eigh(${matrix})`,
    orthonormal: (matrix) => `jnp.linalg.qr(${matrix})[0]`,
    filledLike: (matrix, value) => `jnp.full_like(${matrix}, ${value})`,
  },
  keras: {
    gather: (vector, at) => `ops.take(${vector}, ${at}, axis=0)`,
    flat: (matrix) => `ops.reshape(${matrix}, (-1,))`,
    joined: (parts, order) => `ops.take(ops.concatenate(${parts}), ${order}, axis=0)`,
    transposed: (matrix) => `ops.transpose(${matrix})`,
    identity: (size) => `ops.eye(${size}, dtype="float64")`,
    eigh: (matrix) => `ops.eigh(${matrix})`,
    orthonormal: (matrix) => `ops.qr(${matrix})[0]`,
    filledLike: (matrix, value) => `ops.full_like(${matrix}, ${value})`,
  },
};

/** A call of one of these functions in a rule. `rows` and `columns` are names that a program has already. */
export const matrixCalls: Readonly<Record<TensorFunction, (text: string, other: string) => string>> = {
  matmul: (a, b) => `matmul(${a}, ${b})`,
  transpose: (a) => `transpose(${a})`,
  identity: (a) => `identity(${a})`,
  orthogonalize: (a) => `orthogonalize(${a})`,
  matrix_power: (a, p) => `matrix_power(${a}, ${p})`,
  orthonormal_basis: (a) => `orthonormal_basis(${a})`,
  solve: (a, b) => `solve(${a}, ${b})`,
  rows: (a) => `row_count(${a})`,
  columns: (a) => `column_count(${a})`,
  layerwise_norm: (a) => `layerwise_norm(${a})`,
};

const indicesOf = ({ rows, columns, at }: Tensor): string =>
  `[${Array.from({ length: rows }, (_, r) => `[${at.slice(r * columns, (r + 1) * columns).join(', ')}]`).join(', ')}]`;

/** The functions that these lines call, as Python; nothing if they call none. */
export function matrixLines(subject: Subject, library: Library): string[] {
  const functions = functionLines(library);
  const called = subject.rule.tensorFunctions.map((name) => functions[name]);
  if (called.length === 0) return [];
  return [
    '# Which parameters form a tensor: their indices, row by row. What is in no matrix is a matrix of one row and one column.',
    ...indexLines(subject, called.flat().join('\n')),
    '',
    '',
    ...onTensorsLines(library),
    ...called.flatMap((lines) => ['', '', ...lines]),
  ];
}

/** Each function as Python, over the vector of all parameters. */
function functionLines(library: Library): Readonly<Record<TensorFunction, readonly string[]>> {
  const { flat, transposed, identity, orthonormal, filledLike } = texts[library.dialect];
  return {
    matmul: mapped('matmul', 'a, b', 'a @ b', 'SQUARE', 'The product of square matrices.'),
    transpose: mapped('transpose', 'a', transposed('a'), 'SQUARE', 'The transpose of square matrices.'),
    identity: mapped(
      'identity',
      'a',
      identity('a.shape[0]'),
      'SQUARE',
      'The identity in the place of square matrices.',
    ),
    orthogonalize: [
      ...newtonSchulzLines(library.norm, transposed),
      '',
      '',
      ...mapped('orthogonalize', 'a', 'newton_schulz(a)', 'MATRICES', 'Every matrix orthogonalized.'),
    ],
    matrix_power: [
      ...powerLines(texts[library.dialect]),
      '',
      '',
      ...mapped('matrix_power', 'a, p', 'power(a, p)', 'SQUARE', 'Symmetric square matrices to a power.'),
    ],
    orthonormal_basis: mapped('orthonormal_basis', 'a', orthonormal('a'), 'SQUARE', 'The factor Q of square matrices.'),
    solve: mapped('solve', 'a, b', 'solved(a, b)', 'SQUARE', 'The X with a X = b, of square matrices.'),
    rows: mapped('row_count', 'a', filledLike('a', 'a.shape[0]'), 'MATRICES', "The rows of every entry's matrix."),
    columns: mapped(
      'column_count',
      'a',
      filledLike('a', 'a.shape[1]'),
      'MATRICES',
      "The columns of every entry's matrix.",
    ),
    layerwise_norm: mapped(
      'layerwise_norm',
      'a',
      filledLike('a', `float(${library.norm(flat('a'))})`),
      'LAYERS',
      "The norm of every entry's tensor.",
    ),
  };
}

/** A function that changes each tensor among these, and leaves all else as it is. */
const mapped = (name: string, args: string, change: string, among: string, doc: string): string[] => [
  `def ${name}(${args}):`,
  `    """${doc}"""`,
  `    return on_tensors(lambda ${args}: ${change}, ${among}, ${args})`,
];

const powerLines = ({ eigh, transposed }: MatrixTexts): string[] => [
  'def power(a, p):',
  '    """A symmetric matrix to a power."""',
  `    values, vectors = ${eigh('a')}`,
  `    return (vectors*values**p[0, 0]) @ ${transposed('vectors')}`,
];

/** The indices of the tensors, as constants of the program, of the kinds that its functions read. */
function indexLines({ parameters, tensors }: Subject, functions: string): string[] {
  const count = parameters.length;
  const constant = (name: string, among: () => readonly Tensor[]) =>
    functions.includes(name) ? statement(`${name} = `, `[${among().map(indicesOf).join(', ')}]`) : [];
  return [
    ...constant('SQUARE', () => matricesAmong(tensors, count, 'square')),
    ...constant('MATRICES', () => matricesAmong(tensors, count, 'all')),
    ...constant('LAYERS', () => layersAmong(tensors, count)),
  ];
}

function onTensorsLines(library: Library): string[] {
  const { flat } = texts[library.dialect];
  const { gather, joined } = inFloat64(texts[library.dialect], library);
  return [
    'def on_tensors(change, tensors, *values):',
    '    """Applies a function to each tensor; the numbers of the results stand in the order of the parameters."""',
    '    indices = [i for at in tensors for row in at for i in row]',
    '    in_order = sorted(range(len(indices)), key=indices.__getitem__)',
    `    parts = [${flat(`change(*(${gather('v', 'at')} for v in values))`)} for at in tensors]`,
    `    return ${joined('parts', 'in_order')}`,
  ];
}

/** The texts; in programs in other formats matrices are computed in float64, and their numbers rounded once. */
function inFloat64(plain: MatrixTexts, { dialect, numbers }: Library): MatrixTexts {
  if (!numbers) return plain;
  const back: Readonly<Record<TensorDialect, (vector: string) => string>> = {
    torch: (vector) => `${vector}.to(theta.dtype)`,
    jax: (vector) => `${vector}.astype(theta.dtype)`,
    keras: (vector) => `ops.cast(${vector}, theta.dtype)`,
  };
  return {
    ...plain,
    gather: (vector, at) => cast[dialect](plain.gather(vector, at), 'float64'),
    joined: (parts, order) => back[dialect](plain.joined(parts, order)),
  };
}

const newtonSchulzLines = (norm: Library['norm'], transposed: (matrix: string) => string): string[] => [
  'def newton_schulz(a):',
  '    """Moves the singular values of a matrix to about 1, by five steps of a quintic (Jordan et al., 2024)."""',
  '    is_tall = a.shape[0] > a.shape[1]',
  `    x = ${transposed('a')} if is_tall else a`,
  `    x = x/(${norm('x')} + 1e-7)`,
  '    for _ in range(5):',
  `        once = x @ ${transposed('x')}`,
  '        x = 3.4445*x + (-4.775*once + 2.0315*(once @ once)) @ x',
  `    return ${transposed('x')} if is_tall else x`,
];
