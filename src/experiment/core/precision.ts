import type { NumberFormat, Run, RunPrecision } from './types';

/** The formats whose numbers have 16 bits; the others round as the engines do, so that there is nothing to choose. */
export const shortFormats = ['bfloat16', 'float16'] as const satisfies readonly NumberFormat[];

export const isShortFormat = (format: NumberFormat): format is (typeof shortFormats)[number] =>
  (shortFormats as readonly string[]).includes(format);

/** The precision without what its format leaves no choice of. */
export function normalizePrecision({ format, rounding, master }: RunPrecision): RunPrecision {
  if (!isShortFormat(format)) return { format };
  return { format, ...(rounding && { rounding }), ...(master && { master }) };
}

/** Whether a run computes in numbers of its own: then the processor computes it, and there is no sweep of it. */
export const hasPrecision = ({ precision }: Pick<Run, 'precision'>): boolean => precision !== undefined;
