import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { colours } from '../kit/paint/colours';
import { paintMarker } from '../kit/paint/marker';
import type { Painter } from '../kit/paint/painter';
import type { Line } from '../lines/line';
import { paintLines } from '../lines/paintLines';
import type { TuningSeries } from './types';

/** The curves with a dot at every rate that was tried, the selected one on top; a marker at each best rate, and crosses at rates that diverged. */
export function paintTuning(
  painter: Painter,
  lines: readonly Line[],
  series: readonly TuningSeries[],
  lanes: readonly number[],
  selected: number,
): void {
  // All of each line is strong, and no marker stands at a step: this plot has no transport.
  paintLines(painter, lines, selected, { step: Infinity, isHidden: false });
  lines.forEach((line, run) => {
    paintDots(painter, line);
    paintCrosses(painter, line, series[run], at(lanes, run));
  });
  lines.forEach((line, run) => paintBest(painter, line, series[run]));
}

function paintDots({ context, box, colourOf, unit }: Painter, { path, style }: Line): void {
  const dots = new Path2D();
  path.x.forEach((x, k) => {
    const y = at(path.y, k);
    if (!contains(box, x, y)) return;
    dots.moveTo(x + 2 * unit, y);
    dots.arc(x, y, 2 * unit, 0, 2 * Math.PI);
  });
  context.fillStyle = colourOf(style.colour);
  context.fill(dots);
}

/** A cross in the run's lane at each rate at which it diverged. */
function paintCrosses(
  { context, colourOf, unit }: Painter,
  { path, style }: Line,
  series: TuningSeries | undefined,
  y: number,
): void {
  if (!series || Number.isNaN(y)) return;
  const arm = 2.4 * unit;
  const crosses = new Path2D();
  path.x.forEach((x, k) => {
    if (!Number.isNaN(at(series.losses, k))) return;
    crosses.moveTo(x - arm, y - arm);
    crosses.lineTo(x + arm, y + arm);
    crosses.moveTo(x - arm, y + arm);
    crosses.lineTo(x + arm, y - arm);
  });
  context.save();
  context.lineCap = 'round';
  context.strokeStyle = colourOf(colours.paper);
  context.lineWidth = 4 * unit;
  context.stroke(crosses);
  context.strokeStyle = colourOf(style.colour);
  context.lineWidth = 1.4 * unit;
  context.stroke(crosses);
  context.restore();
}

/** The run's marker at its best rate; on the lower edge where a log axis cannot show the loss. */
function paintBest(painter: Painter, { path, style }: Line, series: TuningSeries | undefined): void {
  if (!series || series.best === null) return;
  const y = at(path.y, series.best);
  const point = { x: at(path.x, series.best), y: Number.isNaN(y) ? painter.box.bottom : y };
  if (contains(painter.box, point.x, point.y)) paintMarker(painter, style, point, 6 * painter.unit);
}
