import type { Numbers, TensorDialect } from '../python/dialect';

/** How a library writes what every program does with tensors, over argument texts that need no parentheses. */
export interface Library {
  readonly dialect: TensorDialect;
  /** A tensor of float64 from a Python list. */
  readonly tensor: (list: string) => string;
  /** A tensor like theta with one value everywhere. */
  readonly filled: (value: string) => string;
  /** The numbers of a tensor as a Python list. */
  readonly list: (tensor: string) => string;
  readonly norm: (tensor: string) => string;
  /** Sum, mean and inner product of tensors that are formulas. */
  readonly sumOf: (tensor: string) => string;
  readonly meanOf: (tensor: string) => string;
  readonly dot: (one: string, other: string) => string;
  readonly clip: (tensor: string, low: string, high: string) => string;
  readonly mean: (tensor: string) => string;
  readonly sum: (tensor: string) => string;
  /** The number in a tensor of one. */
  readonly item: (tensor: string) => string;
  /** The rows of samples with these indices. */
  readonly rows: (samples: string, indices: string) => string;
  /** What a tuple of parameters, and one of columns, is unpacked from. */
  readonly entries: (theta: string) => string;
  readonly columns: (rows: string) => string;
  /** One tensor of several, along a new first axis. */
  readonly stack: (tensors: string) => string;
  /** How formulas are written where the tensors are not in float64. */
  readonly numbers?: Numbers;
}

export const torchLibrary: Library = {
  dialect: 'torch',
  tensor: (list) => `torch.tensor(${list}, dtype=torch.float64)`,
  filled: (value) => (value === '0' ? 'torch.zeros_like(theta)' : `torch.full_like(theta, ${value})`),
  list: (tensor) => `${tensor}.tolist()`,
  norm: (tensor) => `torch.linalg.norm(${tensor})`,
  sumOf: (tensor) => `torch.sum(${tensor})`,
  meanOf: (tensor) => `torch.mean(${tensor})`,
  dot: (one, other) => `torch.dot(${one}, ${other})`,
  clip: (tensor, low, high) => `torch.clamp(${tensor}, ${low}, ${high})`,
  mean: (tensor) => `${tensor}.mean()`,
  sum: (tensor) => `${tensor}.sum()`,
  item: (tensor) => `${tensor}.item()`,
  rows: (samples, indices) => `${samples}[${indices}]`,
  entries: (theta) => theta,
  columns: (rows) => `${rows}.T`,
  stack: (tensors) => `torch.stack([${tensors}])`,
};

export const jaxLibrary: Library = {
  dialect: 'jax',
  tensor: (list) => `jnp.array(${list}, dtype=jnp.float64)`,
  filled: (value) => (value === '0' ? 'jnp.zeros_like(theta)' : `jnp.full_like(theta, ${value})`),
  list: (tensor) => `${tensor}.tolist()`,
  norm: (tensor) => `jnp.linalg.norm(${tensor})`,
  sumOf: (tensor) => `jnp.sum(${tensor})`,
  meanOf: (tensor) => `jnp.mean(${tensor})`,
  dot: (one, other) => `jnp.dot(${one}, ${other})`,
  clip: (tensor, low, high) => `jnp.clip(${tensor}, ${low}, ${high})`,
  mean: (tensor) => `${tensor}.mean()`,
  sum: (tensor) => `${tensor}.sum()`,
  item: (tensor) => `${tensor}.item()`,
  rows: (samples, indices) => `${samples}[jnp.array(${indices})]`,
  entries: (theta) => theta,
  columns: (rows) => `${rows}.T`,
  stack: (tensors) => `jnp.stack([${tensors}])`,
};

export const kerasLibrary: Library = {
  dialect: 'keras',
  tensor: (list) => `ops.convert_to_tensor(${list}, dtype="float64")`,
  filled: (value) => (value === '0' ? 'ops.zeros_like(theta)' : `ops.full_like(theta, ${value})`),
  list: (tensor) => `ops.convert_to_numpy(${tensor}).tolist()`,
  norm: (tensor) => `ops.norm(${tensor})`,
  sumOf: (tensor) => `ops.sum(${tensor})`,
  meanOf: (tensor) => `ops.mean(${tensor})`,
  dot: (one, other) => `ops.dot(${one}, ${other})`,
  clip: (tensor, low, high) => `ops.clip(${tensor}, ${low}, ${high})`,
  mean: (tensor) => `ops.mean(${tensor})`,
  sum: (tensor) => `ops.sum(${tensor})`,
  item: (tensor) => `float(${tensor})`,
  rows: (samples, indices) => `ops.take(${samples}, ${indices}, axis=0)`,
  entries: (theta) => `ops.unstack(${theta})`,
  columns: (rows) => `ops.unstack(${rows}, axis=1)`,
  stack: (tensors) => `ops.stack([${tensors}])`,
};
