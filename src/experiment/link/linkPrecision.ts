import type { RunPrecision } from '../core/types';

/** The name of the precision in links. */
export const PRECISION = 'precision';

const MASTER = 'master';

/** `precision=bfloat16,stored,master`: the format, then what differs from rounding every operation without a master copy. */
export const encodePrecision = ({ format, rounding, master }: RunPrecision): string =>
  `${PRECISION}=${[format, rounding, master && MASTER].filter(Boolean).join()}`;

/**
 * A precision as public JSON, not yet validated.
 * @param value of the segment: one word, or several
 */
export function decodePrecision(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [format, ...words] = Array.from<unknown>(value);
  const rounding = words.filter((word) => word !== MASTER).join();
  return { format, rounding: rounding || undefined, master: words.includes(MASTER) || undefined };
}
