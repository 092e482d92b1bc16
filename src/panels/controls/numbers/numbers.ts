/** Hard limits of a number; what lies outside is refused, never moved inside. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  /** The limit itself is outside. */
  readonly minOpen?: boolean;
  readonly maxOpen?: boolean;
  readonly integer?: boolean;
}

/** A message key of `number.*` with its values. */
export interface NumberFault {
  readonly code: 'invalid' | 'below' | 'above' | 'openBelow' | 'openAbove' | 'integer';
  readonly values: Readonly<Record<string, number>>;
}

/** Reads a number as people write it; null for anything else. A typographic minus counts as one. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/^−/, '-').replace(/e−/i, 'e-');
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
