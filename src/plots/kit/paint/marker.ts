import { outlines } from '../geometry/outlines';
import type { PathEnd } from '../geometry/path';
import type { RunStyle } from '../types';

type Marker = RunStyle['marker'];

/** Outline of a marker about (0, 0) as SVG path data; its area is that of a circle of this radius. */
export const markerOutline = (marker: Marker, radius: number): string => outlines[marker](radius);

/** A marker on a halo of paper, so that it stands out from the path that it is on. */
export function drawMarker(
  context: CanvasRenderingContext2D,
  marker: Marker,
  point: { readonly x: number; readonly y: number },
  radius: number,
  colours: { readonly ink: string; readonly paper: string },
): void {
  const outline = new Path2D(markerOutline(marker, radius));
  context.save();
  context.translate(point.x, point.y);
  context.lineJoin = 'round';
  context.strokeStyle = colours.paper;
  context.lineWidth = radius * (marker === 'ring' ? 1.3 : 0.7);
  context.stroke(outline);
  context.fillStyle = marker === 'ring' ? colours.paper : colours.ink;
  context.fill(outline);
  if (marker === 'ring') {
    context.strokeStyle = colours.ink;
    context.lineWidth = radius * 0.5;
    context.stroke(outline);
  }
  context.restore();
}

/** Where a run diverged: a cross at the last place seen and, where it left through the edge, a stroke on in that direction. */
export function drawBreak(
  context: CanvasRenderingContext2D,
  { x, y, out }: PathEnd,
  radius: number,
  colours: { readonly ink: string; readonly paper: string },
): void {
  const mark = new Path2D();
  mark.moveTo(x - radius, y - radius);
  mark.lineTo(x + radius, y + radius);
  mark.moveTo(x - radius, y + radius);
  mark.lineTo(x + radius, y - radius);
  if (out) {
    mark.moveTo(x, y);
    mark.lineTo(x + out.dx * 3 * radius, y + out.dy * 3 * radius);
  }
  context.save();
  context.lineCap = 'round';
  context.strokeStyle = colours.paper;
  context.lineWidth = radius * 1.1;
  context.stroke(mark);
  context.strokeStyle = colours.ink;
  context.lineWidth = radius * 0.45;
  context.stroke(mark);
  context.restore();
}
