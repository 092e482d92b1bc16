import type { Landscape } from '../../../engine/view/types';
import { at } from '../geometry/at';
import type { Plane } from '../geometry/plane';

/** A band of a grid, as paths in its unit square: pan and zoom then only change a matrix. */
export interface BandPaths {
  readonly area: Path2D;
  /** The border of the area, without the edge of the grid. */
  readonly contour: Path2D;
}

/** A grid of `width` x `height` nodes over two ranges, with nodes at their ends. */
export interface GridOver {
  readonly view: Pick<Landscape['view'], 'x' | 'y'>;
  readonly width: number;
  readonly height: number;
}

/** The paths of a band. @param rings its outlines, x and y in turn, in the grid's own numbers */
export function bandPaths(rings: readonly Float32Array[], { view, width, height }: GridOver): BandPaths {
  const area = new Path2D();
  const contour = new Path2D();
  const xLength = view.x[1] - view.x[0];
  const yLength = view.y[1] - view.y[0];
  // Where a band reaches the end of the grid, its ring runs along the outermost nodes or half a cell beyond them: no contour.
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

/** Moves paths from the unit square to where the ranges of a view lie on a plot. */
export function pathPlacer({ x: xRange, y: yRange }: GridOver['view'], { x, y }: Plane): (path: Path2D) => Path2D {
  const left = x(xRange[0]);
  const bottom = y(yRange[0]);
  const matrix = new DOMMatrix([x(xRange[1]) - left, 0, 0, y(yRange[1]) - bottom, left, bottom]);
  return (path) => {
    const placed = new Path2D();
    placed.addPath(path, matrix);
    return placed;
  };
}
