import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { paintMarker } from '../kit/paint/marker';
import type { Painter } from '../kit/paint/painter';
import type { Line } from '../lines/line';
import { paintLines } from '../lines/paintLines';
import type { FinderSeries } from './types';

/** The lines, the selected one on top, with a marker at each of a run's two rates. */
export function paintFinder(
  painter: Painter,
  lines: readonly Line[],
  series: readonly FinderSeries[],
  selected: number,
): void {
  // All of each line is strong, and no marker stands at a step: this plot has no transport.
  paintLines(painter, lines, selected, { step: Infinity, isHidden: false });
  lines.forEach(({ path, style }, run) => {
    for (const index of [series[run]?.steepest, series[run]?.lowest]) {
      if (index === null || index === undefined) continue;
      const point = { x: at(path.x, index), y: at(path.y, index) };
      if (contains(painter.box, point.x, point.y)) paintMarker(painter, style, point, 4.5 * painter.unit);
    }
  });
}
