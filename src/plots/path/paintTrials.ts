import type { Iteration, MethodRecord } from '../../engine/trace/iterations';
import { coordinateAlong } from '../../engine/view/projection';
import type { View } from '../../engine/view/types';
import { contains } from '../kit/geometry/clip';
import type { Plane } from '../kit/geometry/plane';
import { clipTo } from '../kit/paint/clipTo';
import type { Painter } from '../kit/paint/painter';
import type { RunStyle } from '../kit/types';

/** A run by a classical method: what its iterations tried, and how it looks. */
export interface TriedRun {
  readonly record: MethodRecord;
  readonly style: RunStyle;
}

interface Placed {
  readonly x: number;
  readonly y: number;
}

/** Opacity of the trials of earlier iterations. */
const FAINT = 0.35;
/** The trials of at most so many earlier iterations are painted: more would hide the path, and take long. */
const MOST_EARLIER = 300;

/** Where a point lies in pixels: over the two axes of a view, or over one axis and the loss. */
const placed = (point: readonly number[], loss: number, [first, second]: View['axes'], { x, y }: Plane): Placed => ({
  x: x(coordinateAlong(first, point)),
  y: y(second === undefined ? loss : coordinateAlong(second, point)),
});

/**
 * The points that iterations tried and did not take, as hollow circles: those of the iteration that led to the step, and
 * faintly those before it, never those after it. Of the iteration at the step also the simplex or the trust region.
 */
export function paintTrials(
  painter: Painter,
  runs: readonly TriedRun[],
  axes: View['axes'],
  plane: Plane,
  step: number,
): void {
  const { context, box, colourOf, unit } = painter;
  context.save();
  clipTo(context, box);
  for (const { record, style } of runs) {
    const now = Math.min(Math.floor(step), record.iterations.length - 1);
    context.strokeStyle = colourOf(style.colour);
    context.lineWidth = 1.1 * unit;
    context.globalAlpha = FAINT;
    strokeTrials(painter, record.iterations.slice(Math.max(0, now - MOST_EARLIER), now), axes, plane, 2.2 * unit);
    context.globalAlpha = 1;
    strokeTrials(painter, record.iterations.slice(now, now + 1), axes, plane, 3.4 * unit);
    paintRegion(painter, record, now, axes, plane);
  }
  context.restore();
}

function strokeTrials(
  { context, box }: Painter,
  iterations: readonly Iteration[],
  axes: View['axes'],
  plane: Plane,
  radius: number,
): void {
  const rings = new Path2D();
  for (const { trials } of iterations) {
    for (const { point, loss, verdict } of trials) {
      // The point that was taken is on the path.
      if (verdict === 'accepted' || verdict === 'longest') continue;
      const { x, y } = placed(point, loss, axes, plane);
      if (!contains(box, x, y)) continue;
      rings.moveTo(x + radius, y);
      rings.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  context.stroke(rings);
}

/** The simplex after the iteration at the step, or the trust region that its step had to stay in. */
function paintRegion(
  { context, unit }: Painter,
  { iterations }: MethodRecord,
  now: number,
  axes: View['axes'],
  plane: Plane,
): void {
  const { simplex, radius } = iterations[now] ?? {};
  const from = iterations[now - 1]?.point;
  // On a curve neither has an area.
  if (axes.length < 2) return;
  context.setLineDash([3 * unit, 3 * unit]);
  if (simplex)
    strokeSimplex(
      context,
      simplex.map((corner) => placed(corner, Number.NaN, axes, plane)),
    );
  else if (radius !== undefined && from) strokeBall(context, from, radius, axes, plane);
  context.setLineDash([]);
}

/** The edges between all corners: in more than two dimensions their shadow on the plane of the view. */
function strokeSimplex(context: CanvasRenderingContext2D, corners: readonly Placed[]): void {
  context.beginPath();
  corners.forEach((corner, i) => {
    for (const other of corners.slice(i + 1)) {
      context.moveTo(corner.x, corner.y);
      context.lineTo(other.x, other.y);
    }
  });
  context.stroke();
}

/** The shadow of a ball on the plane of the view: an ellipse, because the axes have scales of their own. */
function strokeBall(
  context: CanvasRenderingContext2D,
  centre: readonly number[],
  radius: number,
  axes: View['axes'],
  { x, y }: Plane,
): void {
  const [first, second] = axes;
  if (second === undefined) return;
  const [a, b] = [coordinateAlong(first, centre), coordinateAlong(second, centre)];
  context.beginPath();
  context.ellipse(x(a), y(b), Math.abs(x(a + radius) - x(a)), Math.abs(y(b + radius) - y(b)), 0, 0, 2 * Math.PI);
  context.stroke();
}
