import type { ParameterTensor } from '../../catalogue/types';
import type { Tensor } from '../../formula/tensor';

/** The tensors of a problem, with the indices of their parameters. Throws RangeError for a name that is no parameter. */
export const tensorsOf = ({
  parameters,
  tensors = [],
}: {
  readonly parameters: readonly string[];
  readonly tensors?: readonly ParameterTensor[];
}): Tensor[] =>
  tensors.map(({ name, rows }) => ({
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    at: rows.flat().map((parameter) => {
      const index = parameters.indexOf(parameter);
      if (index < 0) throw new RangeError(`${name} has no parameter ${parameter}`);
      return index;
    }),
  }));
