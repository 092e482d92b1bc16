import type { Box } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import { arrowHead } from './arrowHead';
import type { Vector } from './direction';

export interface ArrowProps {
  readonly kind: 'steepest' | 'asked';
  readonly from: Vector;
  /** A unit vector in pixels. */
  readonly direction: Vector;
  /** In pixels. */
  readonly length: number;
  readonly label: string;
  /** The label stays between its left and right sides. */
  readonly box: Box;
  /** Size of the page's type, in pixels. */
  readonly rem: number;
}

/** An arrow with a halo and a label beyond its tip. */
export function Arrow({ kind, from, direction: { x, y }, length, label, box, rem }: ArrowProps) {
  const tip = { x: from.x + x * length, y: from.y + y * length };
  const line = `M${from.x} ${from.y}L${tip.x} ${tip.y}${arrowHead(tip, { x, y }, 0.13 * length)}`;
  const width = textWidth(label, 'arrowLabel', rem);
  const wanted = x < 0 ? tip.x - 1.1 * rem - width : tip.x + 1.1 * rem;
  const left = Math.max(box.left, Math.min(wanted, box.right - width));
  // A label that was pushed back into the box would lie over the arrow: it moves one line away.
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
