/** Powers of ten up to here are written out: 10,000 and 0.0001. */
const LARGEST_PLAIN_POWER = 4;

const digits = new Map([...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, i) => [raised, '-0123456789'.charAt(i)]));

/** Words of a number, and the exponent of a power of ten that stands higher at their end. */
export interface FullSizeParts {
  readonly text: string;
  readonly exponent: string;
}

/**
 * A number, as the plots write it, for digits of full size: `100` for `10²`; for `2×10⁻⁷` the text `2×10` with the exponent `−7`, to be
 * raised and not made smaller.
 */
export function fullSizeParts(number: string): FullSizeParts {
  const [power = '', times, superscripts = ''] = /(×)?10([⁻⁰¹²³⁴-⁹]+)$/.exec(number) ?? [];
  if (power === '') return { text: number, exponent: '' };
  const exponent = [...superscripts].map((raised) => digits.get(raised) ?? raised).join('');
  const size = Math.abs(Number(exponent));
  if (times !== undefined || size > LARGEST_PLAIN_POWER)
    return { text: number.slice(0, -superscripts.length), exponent: exponent.replace('-', '−') };
  const written = Math.pow(10, Number(exponent)).toFixed(Math.max(0, -Number(exponent)));
  return { text: number.slice(0, -power.length) + written, exponent: '' };
}
