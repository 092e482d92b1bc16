/**
 * The libraries whose functions a formula may be printed with. `python` is plain Python, for numbers that do not depend on
 * the parameters.
 */
export type Dialect = 'python' | 'torch' | 'jax' | 'keras';

/** A dialect that has tensors. */
export type TensorDialect = Exclude<Dialect, 'python'>;

/**
 * What a printed formula is in Python: a `number`, a `tensor`, or a `mask`, a tensor or a number that is true or false.
 * torch's functions refuse plain numbers where others take them.
 */
export type Kind = 'number' | 'tensor' | 'mask';

/** How a tensor of true and false becomes one of 1 and 0, in float64. */
export const asNumbers: Readonly<Record<TensorDialect, (mask: string) => string>> = {
  torch: (mask) => `(${mask}).double()`,
  jax: (mask) => `(${mask}).astype(jnp.float64)`,
  keras: (mask) => `ops.cast(${mask}, "float64")`,
};

/** The same in the numbers of `theta`, for programs in another format than float64. */
export const asNumbersOfTheta: Readonly<Record<TensorDialect, (mask: string) => string>> = {
  torch: (mask) => `(${mask}).to(theta.dtype)`,
  jax: (mask) => `(${mask}).astype(theta.dtype)`,
  keras: (mask) => `ops.cast(${mask}, theta.dtype)`,
};

/** How formulas are written whose tensors are not in float64. */
export interface Numbers {
  /** A plain number as a tensor of the format. */
  readonly tensor: (number: string) => string;
  /**
   * Whether each operation is rounded to 16 bits. A plain number is then rounded where an operation reads it, and powers are products,
   * each of them rounded.
   */
  readonly roundsEach: boolean;
  /** Whether every library reads this number as the format has it; null stands for one that is not known here. */
  readonly isExact: (value: number | null) => boolean;
  /** Whether torch 1.13 lacks functions of the format on a CPU. */
  readonly lacksFunctions: boolean;
}

/** Functions of float16 that torch 1.13 has on a CPU. */
const inHalf = /^torch\.(?:abs|sign|minimum|maximum|where|sum|mean|linalg\.norm|round)$/;

/** A call of torch; where it lacks the function, through the program's helper, in float32 and rounded. */
export function torchCall(text: string, numbers: Numbers | undefined): string {
  const [, name = '', args = ''] = /^(torch\.[\w.]+)\((.*)\)$/.exec(text) ?? [];
  return numbers?.lacksFunctions && name !== '' && !inHalf.test(name) ? `in_float32(${name}, ${args})` : text;
}

/** Picks from two tensors by a mask. */
export const where: Readonly<Record<TensorDialect, (mask: string, yes: string, no: string) => string>> = {
  torch: (mask, yes, no) => `torch.where(${mask}, ${yes}, ${no})`,
  jax: (mask, yes, no) => `jnp.where(${mask}, ${yes}, ${no})`,
  keras: (mask, yes, no) => `ops.where(${mask}, ${yes}, ${no})`,
};

/** A number as a tensor of float64. */
export const tensorOf: Readonly<Record<TensorDialect, (number: string) => string>> = {
  torch: (number) => `number(${number})`,
  jax: (number) => `jnp.asarray(${number}, dtype=jnp.float64)`,
  keras: (number) => `ops.convert_to_tensor(${number}, dtype="float64")`,
};
