import type { Section } from '../parts/section';
import type { TensorDialect } from '../python/dialect';

/**
 * A classical method in Python, the same for every library. It may call `value(x)`, `gradient(x)` and `hessian(x)`, which give a
 * number and numpy arrays, and reads its hyperparameters by their names, `max_radius` for `maxRadius`.
 */
export interface MethodCode {
  /** What a library has that looks alike, and in what it differs: one sentence; `scipy` for libraries that are not named. */
  readonly alike: { readonly [name in TensorDialect]?: string } & { readonly scipy?: string };
  /** Functions that the run calls, each part under its title. */
  readonly functions: readonly Section[];
  /** The run: from the start `theta` to `rows`, the points of its iterations, and `losses`, the losses there. */
  readonly run: (iterations: number) => readonly string[];
}
