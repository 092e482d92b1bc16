import { clipTo } from '../kit/paint/clipTo';
import type { Plane } from '../kit/paint/surface';

/** Where a prediction is true: as high as it is far along, for axes of one range. */
export function drawIdentity(context: CanvasRenderingContext2D, { box }: Plane, ink: string, unit: number): void {
  clipTo(context, box);
  context.beginPath();
  context.moveTo(box.left, box.bottom);
  context.lineTo(box.right, box.top);
  context.strokeStyle = ink;
  context.lineWidth = unit;
  context.setLineDash([4 * unit, 3 * unit]);
  context.stroke();
}
