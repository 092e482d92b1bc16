import type { Box } from '../geometry/clip';
import type { Range } from '../geometry/range';
import { linearScale } from '../geometry/scale';
import { textWidth } from '../geometry/textWidth';
import { ticksOf, type Tick } from '../geometry/ticks';
import type { PlacedTick } from './Axes';
import type { Frame } from './useFrame';
import type { Plane } from '../geometry/plane';

/** How many ticks an axis gets: about one for every `every` rem. */
export const ticksAlong = (pixels: number, rem: number, every: number): number =>
  Math.max(2, Math.round(pixels / rem / every));

/** Estimated width of the label of a tick, in pixels. */
export const labelWidth = ({ label }: Tick, rem: number): number => textWidth(label, 'tick', rem);

/** Room for the labels of a vertical axis, in pixels: for an even number of digits, so that it rarely changes during a zoom. */
export const labelRoom = (ticks: readonly Tick[], rem: number): number => {
  const longest = ticks.reduce((most, { label }) => Math.max(most, label.length), 4);
  const digits = 2 * Math.ceil(longest / 2);
  return textWidth('0'.repeat(digits), 'tick', rem) + 0.75 * rem;
};

export interface AxedPlane extends Plane {
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
}

/** The part of a frame inside the axes, with room for the title of the y axis above and for labels below. */
export const boxOf = ({ width, height, rem }: Frame, left: number, right: number): Box => ({
  left,
  top: 1.6 * rem,
  right: width - right,
  bottom: height - 1.7 * rem,
});

/**
 * Two linear axes in a frame, with their ticks.
 * @param inset pixels left of the axes that stay free
 */
export function planeOf(xRange: Range, yRange: Range, frame: Frame, inset = 0): AxedPlane {
  const { width, height, rem } = frame;
  const yTicks = ticksOf(yRange, ticksAlong(height, rem, 3.5));
  const box = boxOf(frame, inset + labelRoom(yTicks, rem), RIGHT * rem);
  return planeIn(box, frame, xRange, yRange, ticksOf(xRange, ticksAlong(width - inset, rem, 5)), yTicks);
}

/** The same with one unit as long on either axis: the box is the largest in which both ranges fit. */
export function planeOfEqualUnits(xRange: Range, yRange: Range, frame: Frame): AxedPlane {
  const { box, xTicks, yTicks } = planeOf(xRange, yRange, frame);
  const [across, up] = [xRange[1] - xRange[0], yRange[1] - yRange[0]];
  const unit = Math.min((box.right - box.left) / across, (box.bottom - box.top) / up);
  const inner = { ...box, right: box.left + unit * across, top: box.bottom - unit * up };
  return planeIn(inner, frame, xRange, yRange, xTicks, yTicks);
}

/** Ratio of width to height inside the axes, for labels of usual length: it depends on the frame alone. */
export function aspectOf(frame: Frame): number {
  const { left, right, top, bottom } = boxOf(frame, labelRoom([], frame.rem), RIGHT * frame.rem);
  return (right - left) / (bottom - top);
}

/** Room right of two linear axes, in rem. */
const RIGHT = 0.9;

function planeIn(
  box: Box,
  { width, rem }: Frame,
  xRange: Range,
  yRange: Range,
  xTicks: readonly Tick[],
  yTicks: readonly Tick[],
): AxedPlane {
  const x = linearScale(xRange, [box.left, box.right]);
  const y = linearScale(yRange, [box.bottom, box.top]);
  // A long label at the end of the axis would be cut by the frame.
  const placed = placeTicks(xTicks, x).filter((tick) => tick.at + labelWidth(tick, rem) / 2 <= width);
  return { x, y, box, xTicks: placed, yTicks: placeTicks(yTicks, y) };
}

/** Ticks with their positions in pixels. */
export const placeTicks = (ticks: readonly Tick[], scale: (value: number) => number): PlacedTick[] =>
  ticks.map((tick) => ({ ...tick, at: scale(tick.value) }));
