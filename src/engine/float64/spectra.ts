import type { Rule } from '../../formula';
import type { Tensor } from '../../formula/tensor';
import type { Expression } from '../../formula/syntax';
import { singularValues } from '../loss/singularValues';
import type { Inspection, NamedValue } from './types';

/**
 * Whose singular values: of the gradient, of what the rule orthogonalizes, of the update divided by its rate, or of the parameters after
 * it.
 */
type SpectrumKind = 'gradient' | 'into' | 'update' | 'parameters';

/** The singular values of one quantity of an update, largest first. */
export interface Spectrum {
  readonly kind: SpectrumKind;
  /** The name of the line, for `into`. */
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * The singular values of a matrix of the parameters in an update, in the order in which the update makes them. Where a number is not
 * finite, or the rate is 0, a spectrum is left out.
 */
export function spectraOf(inspection: Inspection, rule: Rule, matrix: Tensor): Spectrum[] {
  const { gradient, before, lines, hyper } = inspection;
  const into = lastOf(lines, orthogonalized(rule) ?? '');
  const [from, to] = [lastOf(before, 'theta'), lastOf(lines, 'theta')];
  const rate = hyper['lr'] ?? Number.NaN;
  const quantities: readonly (readonly [SpectrumKind, string, readonly number[] | null])[] = [
    ['gradient', '', gradient],
    ['into', into?.name ?? '', into?.values ?? null],
    ['update', '', from && to && to.values.map((value, i) => (value - Number(from.values[i])) / rate)],
    ['parameters', '', to?.values ?? null],
  ];
  return quantities.flatMap(([kind, name, values]) => {
    const entries = values && matrix.at.map((i) => Number(values[i]));
    const found = entries && singularValues(entries, matrix.rows, matrix.columns);
    return found ? [{ kind, name, values: found }] : [];
  });
}

const lastOf = (values: readonly NamedValue[], name: string): NamedValue | null =>
  values.filter((value) => value.name === name).pop() ?? null;

/** The name of the line that the rule orthogonalizes; null where it orthogonalizes none, or a formula without a name. */
function orthogonalized({ lines }: Rule): string | null {
  const find = (expression: Expression): string | null => {
    if (expression.kind === 'number' || expression.kind === 'name') return null;
    const [argument] = expression.args;
    if (expression.kind === 'special' && expression.name === 'orthogonalize' && argument?.kind === 'name')
      return argument.name;
    return expression.args.map(find).find((name) => name !== null) ?? null;
  };
  return lines.map(({ expression }) => find(expression)).find((name) => name !== null) ?? null;
}
