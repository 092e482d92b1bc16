import { at } from '../kit/geometry/at';
import type { Box } from '../kit/geometry/clip';
import type { ColourOf } from '../kit/paint/useColours';
import { colours } from '../kit/paint/colours';
import { drawLines, type Line } from '../lines/drawLines';
import { drawMarker } from '../kit/paint/marker';

/** Lines with a marker at every entry: there are few, and each is a number of its own. */
export function drawDifferences(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  box: Box,
  colour: ColourOf,
  unit: number,
): void {
  // None is selected, and there is no transport to come to their ends.
  drawLines(context, lines, -1, Infinity, box, colour, unit);
  for (const { path, style } of lines) {
    path.x.forEach((x, i) => {
      const y = at(path.y, i);
      if (!Number.isNaN(y))
        drawMarker(context, style.marker, { x, y }, 3.5 * unit, {
          ink: colour(style.colour),
          paper: colour(colours.paper),
        });
    });
  }
}
