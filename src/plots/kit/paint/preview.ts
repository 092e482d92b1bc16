import { grow } from '../geometry/clip';
import { tracePath, type ScreenPath } from '../geometry/path';
import { clipTo } from './clipTo';
import { colours } from './colours';
import type { Painter } from './painter';

/** The path of a run that is not part of the experiment: dashed, in ink on a halo of paper, over everything else. */
export function paintPreview({ context, box, colourOf, unit }: Painter, path: ScreenPath): void {
  const line = new Path2D();
  tracePath(line, path, 0, path.rows.length - 1, grow(box, 8 * unit));
  context.save();
  clipTo(context, box);
  context.lineJoin = 'round';
  context.strokeStyle = colourOf(colours.paper);
  context.lineWidth = 4 * unit;
  context.stroke(line);
  context.setLineDash([5 * unit, 4 * unit]);
  context.strokeStyle = colourOf(colours.ink);
  context.lineWidth = 1.75 * unit;
  context.stroke(line);
  context.restore();
}
