import type { Box } from '../geometry/clip';
import type { Range } from '../geometry/range';
import { linearScale } from '../geometry/scale';
import { ticksOf, type Tick } from '../geometry/ticks';
import type { PlacedTick } from './Axes';
import type { Frame } from './useFrame';
import type { Plane } from '../geometry/plane';

/** About one tick for so many rem: sparse on a telephone, no crowd on a projector. */
export const ticksAlong = (pixels: number, rem: number, every: number): number =>
  Math.max(2, Math.round(pixels / rem / every));

/** Width of a digit of a label, in rem. */
const DIGIT = 0.42;

/** About how wide a label is. */
export const labelWidth = ({ label }: Tick, rem: number): number => label.length * DIGIT * rem;

/** Room for the labels of a vertical axis, in whole pairs of digits, so that it seldom changes during a zoom. */
export const labelRoom = (ticks: readonly Tick[], rem: number): number => {
  const longest = ticks.reduce((most, { label }) => Math.max(most, label.length), 4);
  return (Math.ceil(longest / 2) * 2 * DIGIT + 0.75) * rem;
};

export interface AxedPlane extends Plane {
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
}

/** The part of a frame inside the axes: room above for the title of the vertical one, below for labels. */
export const boxOf = ({ width, height, rem }: Frame, left: number, right: number): Box => ({
  left,
  top: 1.6 * rem,
  right: width - right,
  bottom: height - 1.7 * rem,
});

/**
 * Two linear axes in a frame, with their ticks.
 * @param inset pixels that are left free before them
 */
export function planeOf(xRange: Range, yRange: Range, frame: Frame, inset = 0): AxedPlane {
  const { width, height, rem } = frame;
  const yTicks = ticksOf(yRange, ticksAlong(height, rem, 3.5));
  const box = boxOf(frame, inset + labelRoom(yTicks, rem), 0.9 * rem);
  const x = linearScale(xRange, [box.left, box.right]);
  const y = linearScale(yRange, [box.bottom, box.top]);
  const xTicks = ticksOf(xRange, ticksAlong(width - inset, rem, 5));
  return { x, y, box, xTicks: place(xTicks, x), yTicks: place(yTicks, y) };
}

/** Ticks at their pixels. */
export const place = (ticks: readonly Tick[], scale: (value: number) => number): PlacedTick[] =>
  ticks.map((tick) => ({ ...tick, at: scale(tick.value) }));
