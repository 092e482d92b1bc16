/** Hard limits of a number. A value outside them is refused, not replaced by the nearest limit. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  /** Whether the limit itself is not allowed. */
  readonly minOpen?: boolean;
  readonly maxOpen?: boolean;
  readonly integer?: boolean;
}

/** A message key of `number.*` with its values. */
export interface NumberFault {
  readonly code: 'invalid' | 'below' | 'above' | 'openBelow' | 'openAbove' | 'integer';
  readonly values: Readonly<Record<string, number>>;
}

/** So many characters are seen whole in the narrowest field. */
const SHORT = 6;

/** A number as a field shows it, exactly: 0.002, and where that is much shorter 1e-6 for 0.000001 and 1e6 for 1000000. */
export function fieldText(value: number): string {
  const plain = String(value);
  const scientific = value.toExponential().replace('e+', 'e');
  return plain.length > SHORT && scientific.length <= plain.length - 2 ? scientific : plain;
}

/** Reads a decimal number, also with a typographic minus or a decimal comma; null for anything else, such as 1,000, which may be one or a thousand. */
export function readNumber(text: string): number | null {
  const pointed = /^\W?[1-9]\d{0,2},\d{3}$/.test(text.trim()) ? text : text.replace(',', '.');
  const plain = pointed.trim().replace(/^−/, '-').replace(/e−/i, 'e-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

export function faultOf(value: number | null, limits: Limits): NumberFault | null {
  const { min, max, minOpen = false, maxOpen = false, integer = false } = limits;
  if (value === null || !Number.isFinite(value)) return { code: 'invalid', values: {} };
  if (integer && !Number.isInteger(value)) return { code: 'integer', values: {} };
  if (value < min) return { code: minOpen ? 'openBelow' : 'below', values: { min } };
  if (value > max) return { code: maxOpen ? 'openAbove' : 'above', values: { max } };
  if (minOpen && value === min) return { code: 'openBelow', values: { min } };
  if (maxOpen && value === max) return { code: 'openAbove', values: { max } };
  return null;
}
