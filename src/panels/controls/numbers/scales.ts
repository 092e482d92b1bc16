import { shareAlong, valueAlong, type ScaleKind } from '../../../catalogue';

export interface SliderRange {
  readonly kind: ScaleKind;
  /** The values at the ends of the slider; for `log` above 0, for `oneMinus` below 1. */
  readonly range: readonly [number, number];
  readonly integer?: boolean;
  /** Whether the leftmost position of a `log` slider means exactly 0, for settings that 0 switches off. */
  readonly zero?: boolean;
}

/** The smallest step of the thumb, as a share of the slider: a tenth of a pixel on most. */
export const NOTCH = 1 / 2000;

/** The share of the slider that means 0: wide enough to hit with a pointer. */
const ZERO_WIDTH = 0.02;

/** The size of a key's step: of an arrow, of an arrow with shift, of PageUp or PageDown. */
export type KeyStep = 'key' | 'fine' | 'page';

/**
 * Steps in decades of the value. An arrow moves by 3.9% and, after rounding to three digits, never by more than 5%: a
 * learning rate can be brought to its limit without a leap past it.
 */
const decades: Readonly<Record<'key' | 'fine', number>> = { fine: 1 / 300, key: 1 / 60 };

/** Steps in decades of the distance from 1. */
const decadesFromOne: Readonly<Record<KeyStep, number>> = { fine: 0.01, key: 0.1, page: 1 };

/** Steps as shares of a linear range; PageUp's also of a logarithmic one. */
const parts: Readonly<Record<KeyStep, number>> = { fine: 0.001, key: 0.01, page: 0.1 };

/** Within this share of the slider's length of a value to snap to, a pointer sets that value. */
const SNAP_SHARE = 0.004;

const within = (position: number) => Math.max(0, Math.min(1, position));

/** Rounded to significant digits, so that a slider sets 0.00123 and not 0.0012302687708. */
const roundTo = (digits: number, value: number) => Number(value.toPrecision(digits));

/**
 * The position of the thumb for a value, from 0 to 1. A value outside the range, typed or from a link, puts the thumb at
 * an end; the number beside the slider is still exact.
 */
export function toPosition({ kind, range: [low, high], zero = false }: SliderRange, value: number): number {
  // From 1 on, 1 - value is not positive and has no logarithm.
  if (kind === 'oneMinus' && value >= 1) return 1;
  const position = within(shareAlong(kind, low, high, value));
  if (!zero) return position;
  return value === 0 ? 0 : ZERO_WIDTH + position * (1 - ZERO_WIDTH);
}

/** The value at a thumb position from 0 to 1. */
export function toValue(scale: SliderRange, position: number): number {
  const value = smoothValue(scale, position);
  return scale.integer ? Math.round(value) : value;
}

function smoothValue({ kind, range: [low, high], zero = false }: SliderRange, position: number): number {
  if (kind === 'linear') {
    // As many decimals as a fine step needs, so that values read 0.35 and not 0.3512562814.
    const decimals = Math.max(0, Math.ceil(-Math.log10((high - low) * parts.fine)));
    return Number(valueAlong(kind, low, high, position).toFixed(Math.min(decimals, 20)));
  }
  if (kind === 'oneMinus') return Number((1 - roundTo(2, 1 - valueAlong(kind, low, high, position))).toFixed(12));
  if (zero && position < ZERO_WIDTH / 2) return 0;
  // The ends are values that somebody chose, with as many digits as they have.
  if (position <= 0) return low;
  if (position >= 1) return high;
  const share = zero ? Math.max(0, (position - ZERO_WIDTH) / (1 - ZERO_WIDTH)) : position;
  return roundTo(3, valueAlong(kind, low, high, share));
}

/** The value at a thumb position where a pointer has put it: the value to snap to, if that is almost there. */
export function snappedValue(scale: SliderRange, position: number, snap: number | null): number {
  const isNear = snap !== null && Math.abs(toPosition(scale, snap) - position) < SNAP_SHARE;
  return isNear && isWithin(scale, snap) ? snap : toValue(scale, position);
}

const isWithin = ({ range: [low, high] }: SliderRange, value: number): boolean => value >= low && value <= high;

/** How far a key moves the thumb, as a share of the slider. */
function stride({ kind, range: [low, high] }: SliderRange, step: KeyStep): number {
  if (kind === 'oneMinus') return decadesFromOne[step] / Math.log10((1 - low) / (1 - high));
  if (kind === 'linear' || step === 'page') return parts[step];
  return decades[step] / Math.log10(high / low);
}

/**
 * The value after a press of a key, up (1) or down (-1); it does not step over the value to snap to. If rounding gives the
 * same value again, as for whole numbers on a logarithmic slider, it continues to the next different value.
 */
export function stepValue(
  scale: SliderRange,
  value: number,
  direction: 1 | -1,
  step: KeyStep,
  snap: number | null = null,
): number {
  const next = nextValue(scale, value, direction, step);
  const isBetween = snap !== null && (snap - value) * direction > 0 && (next - snap) * direction > 0;
  return isBetween ? snap : next;
}

function nextValue(scale: SliderRange, value: number, direction: 1 | -1, step: KeyStep): number {
  for (let position = toPosition(scale, value) + direction * stride(scale, step); ; position += direction * NOTCH) {
    const next = toValue(scale, within(position));
    if ((next - value) * direction > 0) return next;
    if (position <= 0 || position >= 1) return value;
  }
}
