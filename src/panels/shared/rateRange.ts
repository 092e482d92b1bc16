import type { Edge } from '../../engine/theory';
import type { SliderRange } from '../controls/numbers/scales';

/** The slider of a rate goes from this many times the edge to that many times: what happens lies between. */
const BELOW = 1 / 10;
const ABOVE = 3;

/** Three digits, as the slider's own values have. */
const rounded = (value: number): number => Number(value.toPrecision(3));

/** The range around a stability edge, not past the largest rate that is allowed; null where the edge itself is past it. */
export function rangeAround(full: SliderRange, edge: number, max: number): SliderRange | null {
  if (edge >= max) return null;
  return { ...full, range: [rounded(edge * BELOW), Math.min(rounded(edge * ABOVE), max)] };
}

/** The range, wide enough to hold a value that was typed or came with a link. */
export function holding(scale: SliderRange, value: number): SliderRange {
  // No logarithmic range holds 0; its slider has a place of its own for it.
  if (value === 0) return { ...scale, zero: true };
  const [low, high] = scale.range;
  return { ...scale, range: [Math.min(low, value), Math.max(high, value)] };
}

/**
 * Whether the edge stays where it is while the rate moves. That at the end of a path, or of a rule that divides by its own
 * past gradients, moves with every path.
 */
export const isSteady = ({ at, reasons }: Pick<Edge, 'at' | 'reasons'>): boolean =>
  (at === 'minimum' || at === 'sight') && !reasons.includes('adaptive');
