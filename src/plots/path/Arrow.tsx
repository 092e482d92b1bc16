import type { Box } from '../kit/geometry/clip';
import type { Vector } from './direction';

export interface ArrowProps {
  readonly kind: 'steepest' | 'asked';
  readonly from: Vector;
  /** A unit vector in pixels. */
  readonly direction: Vector;
  /** In pixels. */
  readonly length: number;
  readonly label: string;
  /** The label stays within its sides. */
  readonly box: Box;
  /** Size of the page's type, in pixels. */
  readonly rem: number;
}

/** Width of a character of a label, in rem, on average: generous, for a label that is cut says something else. */
const CHARACTER = 0.6;

/** An arrow on a halo of paper, its label beyond its tip. */
export function Arrow({ kind, from, direction: { x, y }, length, label, box, rem }: ArrowProps) {
  const tip = { x: from.x + x * length, y: from.y + y * length };
  const head = 0.13 * length;
  const side = (sign: number) => `${tip.x - head * (x + sign * 0.6 * y)} ${tip.y - head * (y - sign * 0.6 * x)}`;
  const line = `M${from.x} ${from.y}L${tip.x} ${tip.y}M${side(1)}L${tip.x} ${tip.y}L${side(-1)}`;
  const width = label.length * CHARACTER * rem;
  const wanted = x < 0 ? tip.x - 1.1 * rem - width : tip.x + 1.1 * rem;
  const left = Math.max(box.left, Math.min(wanted, box.right - width));
  // Moved over the arrow, it goes a line further away from it.
  const away = left === wanted ? 0 : 1;
  return (
    <g className="plot-arrow" data-kind={kind}>
      <path className="plot-limit-halo" d={line} />
      <path d={line} />
      <text className="plot-limit-label" x={left} y={tip.y} dy={y < 0 ? `${-0.2 - away}em` : `${0.9 + away}em`}>
        {label}
      </text>
    </g>
  );
}
