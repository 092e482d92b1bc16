import { at } from '../kit/geometry/at';
import { grow } from '../kit/geometry/clip';
import { tracePath } from '../kit/geometry/path';
import type { Plane } from '../kit/geometry/plane';
import type { Range } from '../kit/geometry/range';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Painter } from '../kit/paint/painter';
import type { RunStyle } from '../kit/types';

/** Samples on the two axes of a plot, in the numbers of those axes, and their targets. */
export interface Samples {
  readonly across: Float64Array;
  readonly up: Float64Array;
  readonly target: Float64Array;
}

/** Held-back samples are hollow and turned by an eighth; classes differ in colour and shape. */
export interface SampleStyle {
  readonly hasClasses: boolean;
  readonly isHollow: boolean;
}

/** More samples than these are smaller and more transparent. */
const MANY = 300;

/** Every sample as a dot, transparent so that dense places are darker. */
export function paintSamples(painter: Painter, samples: Samples, style: SampleStyle, plane: Plane): void {
  const { context, box, colourOf, unit } = painter;
  clipTo(context, box);
  context.globalAlpha = samples.across.length > MANY && !style.hasClasses ? 0.35 : style.isHollow ? 0.9 : 0.65;
  const classes = style.hasClasses ? ([0, 1] as const) : ([null] as const);
  for (const ofClass of classes) {
    const dots = dotsOf(samples, ofClass, style.isHollow, plane, unit);
    const ink = colourOf(ofClass === null ? colours.inkSoft : classColour(ofClass));
    context.fillStyle = ink;
    context.strokeStyle = ink;
    context.lineWidth = 1.25 * unit;
    if (style.isHollow) context.stroke(dots);
    else context.fill(dots);
  }
}

/** Colour of a class, 0 or 1. */
export const classColour = (ofClass: 0 | 1): string => `var(--plot-class-${ofClass})`;

/** The dots of one class, or of all: squares, which at this size cost a tenth of circles, and triangles for class 1. */
function dotsOf(
  { across, up, target }: Samples,
  ofClass: 0 | 1 | null,
  isHollow: boolean,
  { x, y }: Plane,
  unit: number,
): Path2D {
  const dots = new Path2D();
  const isSmall = ofClass === null && !isHollow;
  const half = (isSmall ? (across.length > MANY ? 1.3 : 1.8) : 2.2) * unit;
  for (let i = 0; i < across.length; i++) {
    if (ofClass !== null && at(target, i) !== ofClass) continue;
    const [left, top] = [x(at(across, i)), y(at(up, i))];
    if (!Number.isFinite(top)) continue;
    if (ofClass === 1) {
      dots.moveTo(left, top - 1.3 * half);
      dots.lineTo(left + 1.2 * half, top + half);
      dots.lineTo(left - 1.2 * half, top + half);
      dots.closePath();
    } else if (ofClass === null && isHollow) {
      dots.moveTo(left, top - 1.4 * half);
      dots.lineTo(left + 1.4 * half, top);
      dots.lineTo(left, top + 1.4 * half);
      dots.lineTo(left - 1.4 * half, top);
      dots.closePath();
    } else dots.rect(left - half, top - half, 2 * half, 2 * half);
  }
  return dots;
}

/** The samples of a batch in the colour of a run, with a halo, over the others. @param indices of the samples */
export function paintHighlight(
  { context, box, colourOf, unit }: Painter,
  indices: readonly number[],
  { across, up }: Samples,
  { x, y }: Plane,
  colour: string,
): void {
  clipTo(context, box);
  const dots = new Path2D();
  for (const i of indices) {
    const [left, top] = [x(at(across, i)), y(at(up, i))];
    dots.moveTo(left + 3.5 * unit, top);
    dots.arc(left, top, 3.5 * unit, 0, 2 * Math.PI);
  }
  context.strokeStyle = colourOf(colours.paper);
  context.lineWidth = 3.5 * unit;
  context.stroke(dots);
  context.fillStyle = colourOf(colour);
  context.fill(dots);
}

/** What the runs predict along one feature. */
export interface Fits {
  /** One for each run, in equal steps over the range; null where it is not known. A value that is not finite is a gap. */
  readonly lines: readonly (Float64Array | null)[];
  readonly range: Range;
}

/** Each run's predictions as a line, that of the selected run on top and thicker. */
export function paintFits(
  painter: Painter,
  { lines, range: [low, high] }: Fits,
  styles: readonly RunStyle[],
  selected: number,
  { x, y }: Plane,
): void {
  const { context, box, unit } = painter;
  clipTo(context, box);
  const order = [...styles.keys()].sort((a, b) => Number(a === selected) - Number(b === selected));
  for (const run of order) {
    const [style, values] = [styles[run], lines[run]];
    if (!style || !values) continue;
    const last = values.length - 1;
    const path = {
      x: Float64Array.from(values, (_, i) => x(low + ((high - low) * i) / last)),
      y: values.map((value) => (Number.isFinite(value) ? y(value) : NaN)),
      rows: Int32Array.from(values.keys()),
    };
    const line = new Path2D();
    tracePath(line, path, 0, last, grow(box, 8 * unit));
    strokeFit(painter, line, style, run === selected);
  }
}

/** A line in a run's colour and dashes on a halo of paper. */
export function strokeFit(
  { context, colourOf, unit }: Painter,
  path: Path2D,
  style: RunStyle,
  isSelected: boolean,
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = colourOf(colours.paper);
  context.lineWidth = 4 * unit;
  context.stroke(path);
  context.setLineDash(style.dash.map((length) => length * unit));
  context.strokeStyle = colourOf(style.colour);
  context.lineWidth = (isSelected ? 2.25 : 1.25) * unit;
  context.stroke(path);
}
