import type { Landscape } from '../../engine/view/types';
import { at } from '../kit/geometry/at';
import type { Plane } from '../kit/geometry/plane';
import { bandPaths, pathPlacer, type BandPaths } from '../kit/paint/bands';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import { strokeHatch } from '../kit/paint/hatch';
import type { Painter } from '../kit/paint/painter';
import { bandColour, contourColour, isStrong, WEAK } from './contourColours';

/** A landscape of two axes as paths in its unit square. */
export interface LandscapePaths {
  readonly landscape: Landscape;
  readonly bands: readonly BandPaths[];
  /** Cells where the loss is not finite; null where there are none. */
  readonly holes: Path2D | null;
}

export const landscapePaths = (landscape: Landscape): LandscapePaths => ({
  landscape,
  bands: landscape.bands.map(({ rings }) => bandPaths(rings, landscape)),
  holes: holesOf(landscape),
});

/** One rectangle for each sequence of non-finite nodes in a row of the grid; a node stands for the cell around it. */
function holesOf({ values, width, height }: Landscape): Path2D | null {
  const path = new Path2D();
  const cell = { width: 1 / (width - 1), height: 1 / (height - 1) };
  let found = false;
  for (let row = 0; row < height; row++) {
    let column = 0;
    while (column < width) {
      const first = column;
      while (column < width && !Number.isFinite(at(values, row * width + column))) column++;
      if (column > first) {
        found = true;
        path.rect((first - 0.5) * cell.width, (row - 0.5) * cell.height, (column - first) * cell.width, cell.height);
      }
      column++;
    }
  }
  return found ? path : null;
}

/** Filled contours under thin lines; blank where the landscape does not reach, hatched where the loss is not finite. */
export function paintSurface(painter: Painter, { landscape, bands, holes }: LandscapePaths, plane: Plane): void {
  const { context, box, colourOf, unit } = painter;
  const { view, width, height } = landscape;
  clipTo(context, box);
  const place = pathPlacer(view, plane);
  const whole = new Path2D();
  const half = { x: 0.5 / (width - 1), y: 0.5 / (height - 1) };
  whole.rect(-half.x, -half.y, 1 + 2 * half.x, 1 + 2 * half.y);
  context.fillStyle = colourOf(colours.contourLow);
  context.fill(place(whole));
  bands.forEach(({ area }, i) => {
    context.fillStyle = colourOf(bandColour(i, bands.length));
    context.fill(place(area), 'evenodd');
  });
  context.lineWidth = unit;
  bands.forEach(({ contour }, i) => {
    context.strokeStyle = colourOf(contourColour(i, bands.length));
    context.globalAlpha = isStrong(i) ? 1 : WEAK;
    context.stroke(place(contour));
  });
  context.globalAlpha = 1;
  if (holes) paintHoles(painter, place(holes));
}

function paintHoles({ context, box, colourOf, unit }: Painter, holes: Path2D): void {
  context.fillStyle = colourOf(colours.paper);
  context.fill(holes);
  context.clip(holes);
  strokeHatch(context, box, 7 * unit);
}
