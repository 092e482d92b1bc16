import { useTranslations } from 'use-intl';
import { componentAlong, coordinateAlong } from '../../engine/view/projection';
import type { StepBreakdown } from '../../engine/float64/types';
import type { View } from '../../engine/view/types';
import type { AxedPlane } from '../kit/parts/plane';
import { clipSegment, contains, type Segment } from '../kit/geometry/clip';
import { arrowHead } from './arrowHead';
import { perUnitOf } from './direction';
import { formatNumber } from '../kit/geometry/numbers';
import { CornerNote } from './CornerNote';
import type { OverlayPlace } from './types';
import './stepArrows.css';

/** Length in pixels below which an arrow would be nothing but its head. */
const SHORTEST = 6;
/** Length of the arrow of the longer gradient, in rem. */
const REACH = 6;
/** Vertical distance between arrows on a curve, in rem: there they all lie in one direction. */
const BELOW = 0.9;

interface Shown extends Segment {
  readonly kind: string;
  readonly words: string;
}

export interface StepArrowsProps extends OverlayPlace {
  readonly breakdown: StepBreakdown;
  /** The step at which the runs are shown. */
  readonly step: number;
  /** Whether the plot has buttons in its upper right corner. */
  readonly hasButtons: boolean;
}

/**
 * How an update is made, as arrows on the path: its displacements, each from the end of the one before it, and the
 * gradients that it could use.
 */
export function StepArrows({ breakdown, view, plane, rem, runs, step, hasButtons }: StepArrowsProps) {
  const t = useTranslations('series.inside');
  const parts = partsOf(breakdown, view, plane, rem).map((part) => ({ ...part, words: t(part.kind) }));
  const gradients = gradientsOf(breakdown, view, plane, rem).map(({ norm, ...arrow }) => ({
    ...arrow,
    words: t(arrow.kind, { norm: formatNumber(norm, 4), count: breakdown.gradients?.samples ?? 0 }),
  }));
  const isSmall = parts.length > 0 && parts.every((part) => lengthOf(part) < SHORTEST);
  const shown = [...(isSmall ? [] : parts), ...gradients];
  const notes = [
    ...(isSmall ? [t('tooSmall')] : []),
    ...(breakdown.displacements?.length === 0 ? [t('none')] : []),
    ...(gradients.length > 0 ? [t('scale')] : []),
  ];
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        {shown.map((arrow, i) => (
          <Shaft key={i} arrow={arrow} plane={plane} rem={rem} />
        ))}
      </svg>
      <CornerNote box={plane.box} rem={rem} arrows={shown} runs={runs} step={step} hasButtons={hasButtons}>
        <ul>
          {shown.map(({ kind, words }) => (
            <li key={kind}>
              <svg className="plot-part plot-key" data-kind={kind} viewBox="0 0 24 8" aria-hidden="true">
                <path d="M0 4H22M18 1L22 4L18 7" />
              </svg>
              {words}
            </li>
          ))}
        </ul>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </CornerNote>
    </>
  );
}

const lengthOf = ({ x0, y0, x1, y1 }: Segment): number => Math.hypot(x1 - x0, y1 - y0);

/** The point at which the update begins, in pixels. */
function originOf({ from, loss }: StepBreakdown, { axes }: View, plane: AxedPlane): { x: number; y: number } {
  const [first, second] = axes;
  return {
    x: plane.x(coordinateAlong(first, from)),
    y: plane.y(second === undefined ? loss : coordinateAlong(second, from)),
  };
}

/** A displacement of parameter space, in pixels. */
function pixelsOf(by: readonly number[], { axes }: View, plane: AxedPlane): { x: number; y: number } {
  const perUnit = perUnitOf(plane.x, plane.y);
  const [first, second] = axes;
  return {
    x: componentAlong(first, by) * perUnit.x,
    y: second === undefined ? 0 : componentAlong(second, by) * perUnit.y,
  };
}

function partsOf(breakdown: StepBreakdown, view: View, plane: AxedPlane, rem: number) {
  let { x, y } = originOf(breakdown, view, plane);
  const isCurve = view.kind === 'curve';
  return (breakdown.displacements ?? []).map(({ kind, by }) => {
    const { x: dx, y: dy } = pixelsOf(by, view, plane);
    if (isCurve) y += BELOW * rem;
    const part = { kind, x0: x, y0: y, x1: x + dx, y1: y + dy };
    x += dx;
    y += dy;
    return part;
  });
}

/**
 * The two gradients as arrows, which point against the gradient, begin at the same point and have the same scale: the
 * longer one has the length `REACH`.
 */
function gradientsOf(breakdown: StepBreakdown, view: View, plane: AxedPlane, rem: number) {
  const { gradients } = breakdown;
  if (!gradients) return [];
  const { x, y } = originOf(breakdown, view, plane);
  const arrows = (['full', 'batch'] as const).map((kind) => ({
    kind,
    norm: Math.hypot(...gradients[kind]),
    ...pixelsOf(gradients[kind], view, plane),
  }));
  const longest = Math.max(...arrows.map((arrow) => Math.hypot(arrow.x, arrow.y)));
  const scale = longest > 0 && Number.isFinite(longest) ? (REACH * rem) / longest : 0;
  const isCurve = view.kind === 'curve';
  return arrows.map(({ kind, norm, ...by }, i) => {
    const level = isCurve ? y - (i + 1) * BELOW * rem : y;
    return { kind, norm, x0: x, y0: level, x1: x - scale * by.x, y1: level - scale * by.y };
  });
}

/** A line, with a head at its end if the end lies in the plot. */
function Shaft({
  arrow,
  plane: { box },
  rem,
}: {
  readonly arrow: Shown;
  readonly plane: AxedPlane;
  readonly rem: number;
}) {
  const seen = clipSegment(arrow, box);
  const length = lengthOf(arrow);
  if (!seen || !(length > 0)) return null;
  const [x, y] = [(arrow.x1 - arrow.x0) / length, (arrow.y1 - arrow.y0) / length];
  const head = Math.min(0.55 * rem, 0.5 * length);
  const hasTip = contains(box, arrow.x1, arrow.y1);
  const line = `M${seen.x0} ${seen.y0}L${seen.x1} ${seen.y1}`;
  const tip = hasTip ? arrowHead({ x: arrow.x1, y: arrow.y1 }, { x, y }, head) : '';
  return (
    <g className="plot-part" data-kind={arrow.kind}>
      <path className="plot-limit-halo" d={line + tip} />
      <path d={line} />
      <path className="plot-head" d={tip} />
    </g>
  );
}
