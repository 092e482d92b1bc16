import { grow, type Box } from '../geometry/clip';
import { tracePath, type ScreenPath } from '../geometry/path';
import type { ColourOf } from './useColours';
import { clipTo } from './clipTo';
import { colours } from './colours';

/** A run that is only looked at, not set up: dashed, in ink on a halo of paper, over everything else. */
export function drawPreview(
  context: CanvasRenderingContext2D,
  path: ScreenPath,
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  const line = new Path2D();
  tracePath(line, path, 0, path.rows.length - 1, grow(box, 8 * unit));
  context.save();
  clipTo(context, box);
  context.lineJoin = 'round';
  context.strokeStyle = colour(colours.paper);
  context.lineWidth = 4 * unit;
  context.stroke(line);
  context.setLineDash([5 * unit, 4 * unit]);
  context.strokeStyle = colour(colours.ink);
  context.lineWidth = 1.75 * unit;
  context.stroke(line);
  context.restore();
}
