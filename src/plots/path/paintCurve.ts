import type { Landscape } from '../../engine/view/types';
import { grow } from '../kit/geometry/clip';
import { tracePath, type ScreenPath } from '../kit/geometry/path';
import type { Plane } from '../kit/geometry/plane';
import { clipTo } from '../kit/paint/clipTo';
import { colours } from '../kit/paint/colours';
import type { Painter } from '../kit/paint/painter';
import { nodeAt } from './curve';

/** The loss over one parameter, with a gap where it is not finite. */
export function paintCurve({ context, box, colourOf, unit }: Painter, landscape: Landscape, { x, y }: Plane): void {
  clipTo(context, box);
  const { values } = landscape;
  const path: ScreenPath = {
    x: Float64Array.from(values, (_, i) => x(nodeAt(landscape, i))),
    y: Float64Array.from(values, (loss) => (Number.isFinite(loss) ? y(loss) : NaN)),
    rows: Int32Array.from(values.keys()),
  };
  const line = new Path2D();
  tracePath(line, path, 0, values.length - 1, grow(box, 8));
  context.strokeStyle = colourOf(colours.inkSoft);
  context.lineWidth = 1.5 * unit;
  context.lineJoin = 'round';
  context.stroke(line);
}
