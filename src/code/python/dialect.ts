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
