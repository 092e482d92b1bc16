import type { Landscape } from '../../../engine/view/types';
import { at } from '../geometry/at';
import type { Box } from '../geometry/clip';
import type { Scale } from '../geometry/scale';
import type { ColourOf } from './useColours';
import { clipTo } from './clipTo';
import { bandColour, colours } from './colours';
import { strokeHatch } from './hatch';

export interface BandPaths {
  readonly area: Path2D;
  readonly contour: Path2D;
}

/** A grid of so many nodes over two ranges. */
export interface GridOver {
  readonly view: Pick<Landscape['view'], 'x' | 'y'>;
  readonly width: number;
  readonly height: number;
}

/** A landscape made ready to draw once, in its own unit square, so that pan and zoom only change a matrix. */
export interface Surface {
  readonly landscape: Landscape;
  /** Of every band the area and, apart from it, the contour: the area's border without the landscape's own edge. */
  readonly bands: readonly BandPaths[];
  /** Cells where the loss is not finite; null where there are none. */
  readonly holes: Path2D | null;
}

export const surfaceOf = (landscape: Landscape): Surface => ({
  landscape,
  bands: landscape.bands.map(({ rings }) => bandPaths(rings, landscape)),
  holes: holesOf(landscape),
});

/** The area of a band, and its border without the edge of the grid that it was found on; in the unit square. */
export function bandPaths(rings: readonly Float32Array[], { view, width, height }: GridOver): BandPaths {
  const area = new Path2D();
  const contour = new Path2D();
  const xLength = view.x[1] - view.x[0];
  const yLength = view.y[1] - view.y[0];
  // A ring closes along the outermost nodes of the grid, or half a cell beyond them: that is no contour.
  const margin = { x: 0.01 / width, y: 0.01 / height };
  for (const ring of rings) {
    let wasEdge = true;
    // Once round and back to the first point, which a ring may or may not repeat.
    for (let i = 0; i <= ring.length; i += 2) {
      const x = (at(ring, i % ring.length) - view.x[0]) / xLength;
      const y = (at(ring, (i + 1) % ring.length) - view.y[0]) / yLength;
      const isEdge = x < margin.x || x > 1 - margin.x || y < margin.y || y > 1 - margin.y;
      if (i === 0) area.moveTo(x, y);
      else area.lineTo(x, y);
      if (i === 0 || (isEdge && wasEdge)) contour.moveTo(x, y);
      else contour.lineTo(x, y);
      wasEdge = isEdge;
    }
    area.closePath();
  }
  return { area, contour };
}

/** One rectangle per run of non-finite nodes in a row of the grid, each node standing for the cell around it. */
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

export interface Plane {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Box;
}

/** Filled contours under hairlines, clipped to the plot; blank where the landscape does not reach, hatched where it has no value. */
export function drawSurface(
  context: CanvasRenderingContext2D,
  surface: Surface,
  plane: Plane,
  colour: ColourOf,
  unit: number,
): void {
  clipTo(context, plane.box);
  const { view, width, height } = surface.landscape;
  const matrix = unitToPixels(view, plane);
  const placed = (path: Path2D): Path2D => {
    const moved = new Path2D();
    moved.addPath(path, matrix);
    return moved;
  };
  const whole = new Path2D();
  const half = { x: 0.5 / (width - 1), y: 0.5 / (height - 1) };
  whole.rect(-half.x, -half.y, 1 + 2 * half.x, 1 + 2 * half.y);
  context.fillStyle = colour(colours.contourLow);
  context.fill(placed(whole));
  surface.bands.forEach(({ area }, i) => {
    context.fillStyle = colour(bandColour((i + 1) / surface.bands.length));
    context.fill(placed(area), 'evenodd');
  });
  context.strokeStyle = colour(colours.rule);
  context.lineWidth = 0.75 * unit;
  for (const { contour } of surface.bands) context.stroke(placed(contour));
  if (surface.holes) drawHoles(context, placed(surface.holes), plane.box, colour, unit);
}

/** From the unit square to the place of a view on the plot. */
export function unitToPixels(view: GridOver['view'], { x, y }: Plane): DOMMatrix {
  const left = x(view.x[0]);
  const bottom = y(view.y[0]);
  return new DOMMatrix([x(view.x[1]) - left, 0, 0, y(view.y[1]) - bottom, left, bottom]);
}

function drawHoles(context: CanvasRenderingContext2D, holes: Path2D, box: Box, colour: ColourOf, unit: number): void {
  context.fillStyle = colour(colours.paper);
  context.fill(holes);
  context.clip(holes);
  strokeHatch(context, box, 7 * unit);
}
