import { formatNumber } from '../../plots';

/** `(0.1, 0.2)`, or one number. */
export function valuesText(values: readonly number[]): string {
  const texts = values.map((value) => formatNumber(value, 5));
  return texts.length === 1 ? texts.join('') : `(${texts.join(', ')})`;
}
