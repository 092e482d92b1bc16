import { at } from '../kit/geometry/at';
import { paintMarker } from '../kit/paint/marker';
import type { Painter } from '../kit/paint/painter';
import type { Line } from '../lines/line';
import { paintLines } from '../lines/paintLines';

/** Lines with a marker at every entry: there are few, and each is a result of its own. */
export function paintDifferences(painter: Painter, lines: readonly Line[]): void {
  // No line is selected, and all of each is strong: this plot has no transport.
  paintLines(painter, lines, -1, { step: Infinity, isHidden: false });
  for (const { path, style } of lines) {
    path.x.forEach((x, i) => {
      const y = at(path.y, i);
      if (!Number.isNaN(y)) paintMarker(painter, style, { x, y }, 3.5 * painter.unit);
    });
  }
}
