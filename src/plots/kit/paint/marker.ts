import { outlines } from '../geometry/outlines';
import type { PathEnd, PathExit } from '../geometry/path';
import type { RunStyle } from '../types';
import { colours } from './colours';
import type { Painter } from './painter';

type Marker = RunStyle['marker'];

/** Outline of a marker about (0, 0) as SVG path data; its area is that of a circle of this radius. */
export const markerOutline = (marker: Marker, radius: number): string => outlines[marker](radius);

/** A run's marker with a halo in the colour of the paper, so that it stands out from the path below it. */
export function paintMarker(
  { context, colourOf }: Painter,
  { marker, colour }: Pick<RunStyle, 'marker' | 'colour'>,
  point: { readonly x: number; readonly y: number },
  radius: number,
): void {
  const outline = new Path2D(markerOutline(marker, radius));
  const [ink, paper] = [colourOf(colour), colourOf(colours.paper)];
  context.save();
  context.translate(point.x, point.y);
  context.lineJoin = 'round';
  context.strokeStyle = paper;
  context.lineWidth = radius * (marker === 'ring' ? 1.3 : 0.7);
  context.stroke(outline);
  context.fillStyle = marker === 'ring' ? paper : ink;
  context.fill(outline);
  if (marker === 'ring') {
    context.strokeStyle = ink;
    context.lineWidth = radius * 0.5;
    context.stroke(outline);
  }
  context.restore();
}

/** The end of a run that diverged: a cross at its last visible point and, if it left the box, a stroke in that direction. */
export function paintBreak(painter: Painter, { x, y, out }: PathEnd, style: Pick<RunStyle, 'colour'>): void {
  const radius = END_RADIUS * painter.unit;
  const mark = new Path2D();
  mark.moveTo(x - radius, y - radius);
  mark.lineTo(x + radius, y + radius);
  mark.moveTo(x - radius, y + radius);
  mark.lineTo(x + radius, y - radius);
  if (out) {
    mark.moveTo(x, y);
    mark.lineTo(x + out.dx * 3 * radius, y + out.dy * 3 * radius);
  }
  strokeEnd(painter, mark, radius, style);
}

/** Where a run leaves the box and goes on outside, its numbers finite: an arrow in the direction in which it left. */
export function paintExit(painter: Painter, { x, y, out }: PathExit, style: Pick<RunStyle, 'colour'>): void {
  const radius = END_RADIUS * painter.unit;
  const tip = { x: x + out.dx * 2 * radius, y: y + out.dy * 2 * radius };
  const mark = new Path2D();
  mark.moveTo(x, y);
  mark.lineTo(tip.x, tip.y);
  for (const side of [1, -1]) {
    mark.moveTo(tip.x, tip.y);
    mark.lineTo(tip.x - (out.dx - side * out.dy) * radius, tip.y - (out.dy + side * out.dx) * radius);
  }
  strokeEnd(painter, mark, radius, style);
}

/** Half the side of the marks at the ends of lines, in the painter's unit. */
const END_RADIUS = 4.5;

/** Strokes a mark in a run's colour, with a halo in the colour of the paper. */
function strokeEnd(
  { context, colourOf }: Painter,
  mark: Path2D,
  radius: number,
  { colour }: Pick<RunStyle, 'colour'>,
): void {
  context.save();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = colourOf(colours.paper);
  context.lineWidth = radius * 1.1;
  context.stroke(mark);
  context.strokeStyle = colourOf(colour);
  context.lineWidth = radius * 0.45;
  context.stroke(mark);
  context.restore();
}
