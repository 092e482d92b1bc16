import { at } from '../kit/geometry/at';
import { grow } from '../kit/geometry/clip';
import { tracePath } from '../kit/geometry/path';
import type { Range } from '../kit/geometry/range';
import type { ColourOf } from '../kit/paint/useColours';
import type { RunStyle } from '../kit/types';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Plane } from '../kit/paint/surface';

/** Samples where they lie on a plot, and their targets. */
export interface Samples {
  readonly across: Float64Array;
  readonly up: Float64Array;
  readonly target: Float64Array;
}

/** How samples look: those that were kept back are hollow and turned by an eighth; classes differ in colour and shape. */
export interface SampleLook {
  readonly hasClasses: boolean;
  readonly isHollow: boolean;
}

/** Every sample as a dot; where they lie thick, they darken. */
export function drawSamples(
  context: CanvasRenderingContext2D,
  samples: Samples,
  look: SampleLook,
  plane: Plane,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, plane.box);
  context.globalAlpha = samples.across.length > 300 && !look.hasClasses ? 0.35 : look.isHollow ? 0.9 : 0.65;
  const kinds = look.hasClasses ? ([0, 1] as const) : ([null] as const);
  for (const kind of kinds) {
    const dots = tracedDots(samples, kind, look.isHollow, plane, unit);
    const ink = colour(kind === null ? colours.inkSoft : classColour(kind));
    context.fillStyle = ink;
    context.strokeStyle = ink;
    context.lineWidth = 1.25 * unit;
    if (look.isHollow) context.stroke(dots);
    else context.fill(dots);
  }
}

/** Colour of a class, 0 or 1. */
export const classColour = (kind: 0 | 1): string => `var(--plot-class-${kind})`;

/** The dots of one class, or of all: squares, which at this size cost a tenth of arcs, and triangles for class 1. */
function tracedDots(
  { across, up, target }: Samples,
  kind: 0 | 1 | null,
  isHollow: boolean,
  { x, y }: Plane,
  unit: number,
): Path2D {
  const dots = new Path2D();
  const isSmall = kind === null && !isHollow;
  const half = (isSmall ? (across.length > 300 ? 1.3 : 1.8) : 2.2) * unit;
  for (let i = 0; i < across.length; i++) {
    if (kind !== null && at(target, i) !== kind) continue;
    const [left, top] = [x(at(across, i)), y(at(up, i))];
    if (!Number.isFinite(top)) continue;
    if (kind === 1) {
      dots.moveTo(left, top - 1.3 * half);
      dots.lineTo(left + 1.2 * half, top + half);
      dots.lineTo(left - 1.2 * half, top + half);
      dots.closePath();
    } else if (kind === null && isHollow) {
      dots.moveTo(left, top - 1.4 * half);
      dots.lineTo(left + 1.4 * half, top);
      dots.lineTo(left, top + 1.4 * half);
      dots.lineTo(left - 1.4 * half, top);
      dots.closePath();
    } else dots.rect(left - half, top - half, 2 * half, 2 * half);
  }
  return dots;
}

/** The samples of a batch, ringed over the others. */
export function drawHighlight(
  context: CanvasRenderingContext2D,
  samples: readonly number[],
  { across, up }: Samples,
  { x, y, box }: Plane,
  ink: string,
  paper: string,
  unit: number,
): void {
  clipTo(context, box);
  const rings = new Path2D();
  for (const i of samples) {
    const [left, top] = [x(at(across, i)), y(at(up, i))];
    rings.moveTo(left + 3.5 * unit, top);
    rings.arc(left, top, 3.5 * unit, 0, 2 * Math.PI);
  }
  context.strokeStyle = paper;
  context.lineWidth = 3.5 * unit;
  context.stroke(rings);
  context.fillStyle = ink;
  context.fill(rings);
}

/** Each run's predictions from one end of the plot to the other, the selected run on top and thicker. A gap is where there is no number. */
export function drawFits(
  context: CanvasRenderingContext2D,
  lines: readonly (Float64Array | null)[],
  [low, high]: Range,
  styles: readonly RunStyle[],
  selected: number,
  { x, y, box }: Plane,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, box);
  const order = [...styles.keys()].sort((a, b) => Number(a === selected) - Number(b === selected));
  for (const run of order) {
    const [style, values] = [styles[run], lines[run]];
    if (!style || !values) continue;
    const last = values.length - 1;
    const nodes = Float64Array.from(values, (_, i) => x(low + ((high - low) * i) / last));
    const path = new Path2D();
    tracePath(
      path,
      {
        x: nodes,
        y: values.map((value) => (Number.isFinite(value) ? y(value) : NaN)),
        rows: Int32Array.from(values.keys()),
      },
      0,
      last,
      grow(box, 8 * unit),
    );
    strokeFit(context, path, style, run === selected, colour, unit);
  }
}

/** A line in a run's colour and dashes on a halo of paper. */
export function strokeFit(
  context: CanvasRenderingContext2D,
  path: Path2D,
  style: RunStyle,
  isSelected: boolean,
  colour: ColourOf,
  unit: number,
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = colour(colours.paper);
  context.lineWidth = 4 * unit;
  context.stroke(path);
  context.setLineDash(style.dash.map((length) => length * unit));
  context.strokeStyle = colour(style.colour);
  context.lineWidth = (isSelected ? 2.25 : 1.25) * unit;
  context.stroke(path);
}
