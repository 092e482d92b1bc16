import type { NumberFormat, RunPrecision } from './types';

export const numberFormats = ['float64', 'float32', 'bfloat16', 'float16'] as const satisfies readonly NumberFormat[];

/** What is rounded to a format of 16 bits: the result of every operation, or what is kept from one update to the next. */
export const roundings = ['every-operation', 'stored'] as const;

/** The formats whose numbers have 16 bits; the others round as the engines do, so that there is nothing to choose. */
export const shortFormats = ['bfloat16', 'float16'] as const satisfies readonly NumberFormat[];

export type ShortFormat = (typeof shortFormats)[number];

export const isShortFormat = (format: NumberFormat): format is ShortFormat =>
  (shortFormats as readonly string[]).includes(format);

/** The precision without what its format leaves no choice of. */
export function normalizePrecision({ format, rounding, master }: RunPrecision): RunPrecision {
  if (!isShortFormat(format)) return { format };
  return { format, ...(rounding && { rounding }), ...(master && { master }) };
}
