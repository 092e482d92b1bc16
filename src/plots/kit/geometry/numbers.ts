const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** 10 to a whole power, as text: `10⁻⁴`. */
export const powerOfTen = (exponent: number): string =>
  `10${[...String(exponent)].map((c) => superscripts[c] ?? c).join('')}`;

/** The power of ten in a number's scientific notation: 3 for 1234. Read from text, where no logarithm rounds. */
export const exponentOf = (value: number): number => Number(value.toExponential().split('e')[1]);

/**
 * A number for people, rounded to `digits` significant digits: a true minus sign, no trailing zeros, and
 * `1.25×10⁻⁷` where plain digits would be long. What is not finite is named as such.
 */
export function formatNumber(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞').replace('-', '−');
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  const plain = value === 0 || (power >= -4 && power < Math.max(digits, 6));
  const text = plain
    ? trimZeros(Number(`${mantissa}e${exponent}`).toFixed(Math.max(0, digits - 1 - power)))
    : trimZeros(mantissa);
  return (plain ? text : `${text}×${powerOfTen(power)}`).replace(/^-/, '−');
}

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
