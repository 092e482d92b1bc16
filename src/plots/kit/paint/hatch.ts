import type { Box } from '../geometry/clip';

/** Slanted lines over a box, `gap` pixels apart, in the context's stroke style: a place without a number. */
export function strokeHatch(context: CanvasRenderingContext2D, { left, top, right, bottom }: Box, gap: number): void {
  context.beginPath();
  for (let x = left - (bottom - top); x < right; x += gap) {
    context.moveTo(x, bottom);
    context.lineTo(x + bottom - top, top);
  }
  context.stroke();
}
