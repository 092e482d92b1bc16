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
  /** The label of another arrow, which this one's does not lie over. */
  readonly beside?: ArrowPlace | undefined;
}

/** What decides where the label of an arrow stands. */
export type ArrowPlace = Pick<ArrowProps, 'from' | 'direction' | 'length' | 'label' | 'box' | 'rem'>;

/** Left end and height of a label beyond the tip of its arrow, and how many lines it is moved away from it. */
function placeLabel({ from, direction: { x, y }, length, label, box, rem }: ArrowPlace) {
  const tip = { x: from.x + x * length, y: from.y + y * length };
  const width = textWidth(label, 'arrowLabel', rem);
  const wanted = x < 0 ? tip.x - 1.1 * rem - width : tip.x + 1.1 * rem;
  const left = Math.max(box.left, Math.min(wanted, box.right - width));
  // A label that was pushed back into the box would lie over the arrow: it moves one line away.
  const away = left === wanted ? 0 : 1;
  const line = y < 0 ? -0.2 - away : 0.9 + away;
  // Over the box stands the title of its axis.
  return { tip, left, width, line: Math.max(line, (box.top - tip.y) / rem + 0.9) };
}

/** Whether two labels lie over each other. */
function collide(one: ArrowPlace, other: ArrowPlace): boolean {
  const [a, b] = [placeLabel(one), placeLabel(other)];
  const lines = Math.abs(a.tip.y / one.rem + a.line - b.tip.y / other.rem - b.line);
  return lines < LINE && a.left < b.left + b.width && b.left < a.left + a.width;
}

/** Height of a label, in rem. */
const LINE = 1.2;

/** An arrow with a halo and a label beyond its tip. */
export function Arrow({ kind, beside, ...place }: ArrowProps) {
  const {
    from,
    direction: { x, y },
    length,
    label,
    rem,
  } = place;
  const { tip, left, line: ownLine } = placeLabel(place);
  // Away from the other label, which stands nearer to the other arrow's tip.
  const isTaken = beside !== undefined && collide(place, beside);
  const isAbove = isTaken && tip.y / rem + ownLine < placeLabel(beside).tip.y / rem + placeLabel(beside).line;
  const dy = isTaken ? ownLine + (isAbove ? -LINE : LINE) : ownLine;
  const line = `M${from.x} ${from.y}L${tip.x} ${tip.y}${arrowHead(tip, { x, y }, 0.13 * length)}`;
  return (
    <g className="plot-arrow" data-kind={kind}>
      <path className="plot-limit-halo" d={line} />
      <path d={line} />
      <text className="plot-limit-label" x={left} y={tip.y} dy={`${dy}em`}>
        {label}
      </text>
    </g>
  );
}
