import type { View } from '../../../engine/view/types';
import { exponentOf } from './numbers';
import type { Range } from './range';

/** A position in a plot: 0 to 1 from left to right and from bottom to top. */
export interface Fraction {
  readonly x: number;
  readonly y: number;
}

const lerp = ([low, high]: Range, fraction: number): number => low + fraction * (high - low);

const shift = ([low, high]: Range, fraction: number): Range => {
  const by = fraction * (high - low);
  return [low + by, high + by];
};

/** The part of a range, `1/factor` of its length, in which the value at `anchor` keeps its position. */
const scaleAbout = (range: Range, factor: number, anchor: number): Range => {
  const fixed = lerp(range, anchor);
  return [fixed + (range[0] - fixed) / factor, fixed + (range[1] - fixed) / factor];
};

/** With one axis the plot chooses the other range, and the view's own is left as it is. */
const isCurve = (view: View): boolean => view.kind === 'curve';

/** The view after its content has been moved by a share of the plot's size; right and up are positive. */
export const panView = (view: View, by: Fraction): View => ({
  ...view,
  x: shift(view.x, -by.x),
  y: isCurve(view) ? view.y : shift(view.y, -by.y),
});

/** The view magnified `factor` times about a position of the plot, which stays where it is. */
export function zoomView(view: View, factor: number, anchor: Fraction): View {
  const x = scaleAbout(view.x, factor, anchor.x);
  const y = isCurve(view) ? view.y : scaleAbout(view.y, factor, anchor.y);
  return canBeShown(x) && canBeShown(y) ? { ...view, x, y } : view;
}

/** Zooming ends here: float32 has too few digits for a surface over a shorter range. */
const canBeShown = ([low, high]: Range): boolean => {
  const length = high - low;
  return length < 1e12 && length > 1e-6 * Math.max(Math.abs(low), Math.abs(high)) && length > 1e-12;
};

/** Magnification of one wheel event, as in d3-zoom: a pinch on a trackpad, which is a wheel event with ctrl, counts tenfold. */
export function wheelFactor(event: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const perUnit = event.deltaMode === 1 ? 0.05 : event.deltaMode === 2 ? 1 : 0.002;
  return 2 ** (-event.deltaY * perUnit * (event.ctrlKey ? 10 : 1));
}

/** The largest power of ten not above `value`. Read from text, because 10 ** -4 is not 0.0001. */
const powerOfTenIn = (value: number): number => Number(`1e${exponentOf(value)}`);

/** The largest power of ten that goes at least twenty times into a range: one press of an arrow key. */
export const keyStep = ([low, high]: Range): number => powerOfTenIn((high - low) / 20);

/** A value rounded to a multiple of a power of ten, without the rounding error of a product. */
export function roundTo(value: number, step: number): number {
  const decimals = -exponentOf(step);
  return decimals > 0 ? Number(value.toFixed(Math.min(decimals, 100))) : Math.round(value / step) * step;
}

/** The value under a pointer with as many digits as one pixel can tell apart, so that a dragged start is a short number. */
export const roundToPixel = (value: number, [low, high]: Range, pixels: number): number =>
  roundTo(value, powerOfTenIn((high - low) / pixels));
