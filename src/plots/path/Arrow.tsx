import type { Vector } from '../geometry/direction';

export interface ArrowProps {
  readonly kind: 'steepest' | 'asked';
  readonly from: Vector;
  /** A unit vector in pixels. */
  readonly direction: Vector;
  /** In pixels. */
  readonly length: number;
  readonly label: string;
}

/** An arrow on a halo of paper, its label beyond its tip. */
export function Arrow({ kind, from, direction: { x, y }, length, label }: ArrowProps) {
  const tip = { x: from.x + x * length, y: from.y + y * length };
  const head = 0.13 * length;
  const side = (sign: number) => `${tip.x - head * (x + sign * 0.6 * y)} ${tip.y - head * (y - sign * 0.6 * x)}`;
  const line = `M${from.x} ${from.y}L${tip.x} ${tip.y}M${side(1)}L${tip.x} ${tip.y}L${side(-1)}`;
  return (
    <g className="plot-arrow" data-kind={kind}>
      <path className="plot-limit-halo" d={line} />
      <path d={line} />
      <text className="plot-limit-label" x={tip.x} y={tip.y} dx={x < 0 ? '-1.3em' : '1.3em'} dy={y < 0 ? '-0.2em' : '0.9em'} textAnchor={x < 0 ? 'end' : 'start'}>{label}</text>
    </g>
  );
}
