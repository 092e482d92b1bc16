import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Painter } from '../kit/paint/painter';

/** The line on which predictions equal the target, for two axes with the same range. */
export function paintIdentity({ context, box, colourOf, unit }: Painter): void {
  clipTo(context, box);
  context.beginPath();
  context.moveTo(box.left, box.bottom);
  context.lineTo(box.right, box.top);
  context.strokeStyle = colourOf(colours.ink);
  context.lineWidth = unit;
  context.setLineDash([4 * unit, 3 * unit]);
  context.stroke();
}
