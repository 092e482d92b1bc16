/** How a slider runs over a range. `oneMinus` is logarithmic in 1 - value: 0.9, 0.99 and 0.999 lie equally far apart. */
export type ScaleKind = 'linear' | 'log' | 'oneMinus';

export interface SliderRange {
  readonly kind: ScaleKind;
  /** Ends of the slider; for `log` above 0, for `oneMinus` below 1. */
  readonly range: readonly [number, number];
  readonly integer?: boolean;
  /** Leftmost notch of a `log` slider stands for 0 exactly, for settings that are switched off by 0. */
  readonly zero?: boolean;
}

/** One notch: an arrow key. */
export const NOTCH = 1 / 200;

/** Share of the slider left to the notch for 0, so that a pointer can hit it. */
const ZERO_WIDTH = 4 * NOTCH;

const within = (position: number) => Math.max(0, Math.min(1, position));

/** A value that a slider can be set to has three significant digits at most: 0.00123, not 0.0012302687708. */
const roundTo = (digits: number, value: number) => Number(value.toPrecision(digits));

/**
 * Where the thumb stands for a value, from 0 to 1. A value outside the range, typed or from a link, puts the thumb at
 * an end; the number beside the slider still tells it exactly.
 */
export function toPosition({ kind, range: [low, high], zero = false }: SliderRange, value: number): number {
  if (kind === 'linear') return within((value - low) / (high - low));
  if (kind === 'oneMinus') return within(Math.log((1 - value) / (1 - low)) / Math.log((1 - high) / (1 - low)));
  const position = within(Math.log(value / low) / Math.log(high / low));
  if (!zero) return position;
  return value === 0 ? 0 : ZERO_WIDTH + position * (1 - ZERO_WIDTH);
}

/** The value that a thumb position from 0 to 1 stands for. */
export function toValue(scale: SliderRange, position: number): number {
  const value = smoothValue(scale, position);
  return scale.integer ? Math.round(value) : value;
}

function smoothValue({ kind, range: [low, high], zero = false }: SliderRange, position: number): number {
  if (kind === 'linear') {
    // Decimals that one notch can tell apart, so that values read 0.35 and not 0.3512562814.
    const decimals = Math.max(0, Math.ceil(-Math.log10((high - low) * NOTCH)));
    return Number((low + position * (high - low)).toFixed(Math.min(decimals, 20)));
  }
  if (kind === 'oneMinus') {
    const left = (1 - low) * ((1 - high) / (1 - low)) ** position;
    return Number((1 - roundTo(2, left)).toFixed(12));
  }
  if (zero && position < ZERO_WIDTH / 2) return 0;
  const share = zero ? Math.max(0, (position - ZERO_WIDTH) / (1 - ZERO_WIDTH)) : position;
  return roundTo(3, low * (high / low) ** share);
}

/**
 * The value some notches away; negative counts go down. Where rounding would give the same value again (whole numbers
 * on a logarithmic slider) it goes on to the next one that differs.
 */
export function stepValue(scale: SliderRange, value: number, notches: number): number {
  const direction = Math.sign(notches);
  for (let position = toPosition(scale, value) + notches * NOTCH; ; position += direction * NOTCH) {
    const next = toValue(scale, within(position));
    if ((next - value) * direction > 0) return next;
    if (position <= 0 || position >= 1) return value;
  }
}
