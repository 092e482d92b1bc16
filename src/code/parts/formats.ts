import { roundTo } from '../../engine/precision/rounding';
import { isShortFormat } from '../../experiment/core/precision';
import type { NumberFormat, RunPrecision } from '../../experiment/core/types';
import type { Numbers, TensorDialect } from '../python/dialect';
import { jaxLibrary, kerasLibrary, torchLibrary, type Library } from './library';

/** Whether a run computes in other numbers than float64, so that its program has to say where it rounds. */
export const isRounded = (precision: RunPrecision | null): precision is RunPrecision =>
  precision !== null && precision.format !== 'float64';

/** In which numbers the parts of a program compute. */
export interface Formats {
  /** The format of the run. */
  readonly format: NumberFormat;
  /** That of the loss and its gradient. */
  readonly model: NumberFormat;
  /** That of the rule, with parameters and state. */
  readonly rule: NumberFormat;
  /** Whether what the model sees and gives back is rounded by `stored`, because it computes in float32. */
  readonly storesModel: boolean;
  /** The same of parameters and state after each update. */
  readonly storesRule: boolean;
}

/** As engine/precision/arithmetic.ts has it. */
export function formatsOf({ format, rounding, master }: RunPrecision): Formats {
  if (!isShortFormat(format)) return { format, model: format, rule: format, storesModel: false, storesRule: false };
  const isStored = rounding === 'stored';
  return {
    format,
    model: isStored ? 'float32' : format,
    rule: isStored || master ? 'float32' : format,
    storesModel: isStored,
    storesRule: isStored && !master,
  };
}

/** The type of a format in a library. */
export const typeOf: Readonly<Record<TensorDialect, (format: NumberFormat) => string>> = {
  torch: (format) => `torch.${format}`,
  jax: (format) => `jnp.${format}`,
  keras: (format) => `"${format}"`,
};

/** A tensor in another format. */
export const cast: Readonly<Record<TensorDialect, (tensor: string, format: NumberFormat) => string>> = {
  torch: (tensor, format) => `${tensor}.to(${typeOf.torch(format)})`,
  jax: (tensor, format) => `${tensor}.astype(${typeOf.jax(format)})`,
  keras: (tensor, format) => `ops.cast(${tensor}, ${typeOf.keras(format)})`,
};

const isOfFormat = (format: NumberFormat, value: number): boolean =>
  isShortFormat(format) ? roundTo[format](value) === value : true;

/** Numbers in a format; `tensor` makes a tensor of a plain one. JAX and TensorFlow round these themselves. */
const numbersIn = (format: NumberFormat, dialect: TensorDialect, tensor: Numbers['tensor']): Numbers => ({
  tensor,
  roundsEach: isShortFormat(format),
  isExact: (value) => dialect !== 'torch' || (value !== null && isOfFormat(format, value)),
  lacksFunctions: dialect === 'torch' && format === 'float16',
});

const libraries: Readonly<Record<TensorDialect, Library>> = {
  torch: torchLibrary,
  jax: jaxLibrary,
  keras: kerasLibrary,
};

/** The library for the rule: its tensors are in the rule's format. */
export function ruleLibrary(dialect: TensorDialect, format: NumberFormat): Library {
  const library = libraries[dialect];
  const type = typeOf[dialect](format);
  const tensors: Readonly<Record<TensorDialect, (list: string) => string>> = {
    torch: (list) => `torch.tensor(${list}, dtype=${type})`,
    jax: (list) => `jnp.array(${list}, dtype=${type})`,
    keras: (list) => `ops.convert_to_tensor(${list}, dtype=${type})`,
  };
  const lacks = dialect === 'torch' && format === 'float16';
  return {
    ...library,
    tensor: tensors[dialect],
    ...(lacks && {
      dot: (one: string, other: string) => `in_float32(torch.dot, ${one}, ${other})`,
      clip: (tensor: string, low: string, high: string) => `in_float32(torch.clamp, ${tensor}, ${low}, ${high})`,
    }),
    numbers: numbersIn(format, dialect, dialect === 'torch' ? (text) => `number(${text})` : tensors[dialect]),
  };
}

/** The library for the loss, which is called with parameters of the model's format, and of float64 for what is recorded. */
export function modelLibrary(dialect: TensorDialect, format: NumberFormat): Library {
  const tensors: Readonly<Record<TensorDialect, (number: string) => string>> = {
    torch: (number) => `theta.new_tensor(${number})`,
    jax: (number) => `jnp.asarray(${number}, dtype=theta.dtype)`,
    keras: (number) => `ops.convert_to_tensor(${number}, dtype=theta.dtype)`,
  };
  return { ...libraries[dialect], numbers: numbersIn(format, dialect, tensors[dialect]) };
}
