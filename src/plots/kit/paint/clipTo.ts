import type { Box } from '../geometry/clip';

/** Nothing outside a box is painted from now on, until the context is restored. */
export function clipTo(context: CanvasRenderingContext2D, box: Box): void {
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
}
