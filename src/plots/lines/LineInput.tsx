import { use, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { nearestIndex, type Iterate } from '../kit/geometry/nearest';
import { pathUntil } from '../kit/geometry/path';
import { stepAfter } from '../kit/parts/stepAfter';
import { boxStyle } from '../kit/parts/boxStyle';
import { PlotDescription } from '../kit/parts/plotDescription';
import { useStepValue } from '../kit/parts/stepValue';
import type { LinesProps } from './linesProps';
import type { PlottedLines } from './usePlottedLines';

export interface LineInputProps extends Pick<
  LinesProps,
  'step' | 'hidesFuture' | 'last' | 'stepAt' | 'hovered' | 'onHover' | 'onStep'
> {
  readonly plotted: PlottedLines;
  /** The numbers at the transport's step, as a sentence. */
  readonly text: string | undefined;
}

/** The input area: a pointer reads values and, pressed, moves the transport; so do arrow keys. */
export default function LineInput(props: LineInputProps) {
  const { plotted, step, hidesFuture, last, stepAt, hovered, onHover, onStep, text } = props;
  const t = useTranslations('plots');
  const description = use(PlotDescription);
  const value = useStepValue(step, text);
  const scrubbing = useRef(false);
  const { box } = plotted;

  const pixelOf = (event: PointerEvent): { x: number; y: number } => {
    const corner = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
  };
  const scrub = (event: PointerEvent) => onStep(stepAt(plotted.x.invert(pixelOf(event).x)));
  const onPointerMove = (event: PointerEvent) => {
    if (scrubbing.current) scrub(event);
    const found = nearestValue(plotted, pixelOf(event), hidesFuture ? step : Infinity);
    if (found?.run !== hovered?.run || found?.step !== hovered?.step) onHover(found);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepAfter(event, step, last);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(next);
  };

  return (
    <div
      className="plot-surface plot-scrub"
      style={boxStyle(box)}
      role="slider"
      tabIndex={0}
      aria-label={t('scrub')}
      aria-describedby={description}
      aria-valuemin={0}
      aria-valuemax={last}
      {...value}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        scrubbing.current = true;
        scrub(event);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (scrubbing.current = false)}
      onPointerCancel={() => (scrubbing.current = false)}
      onPointerLeave={() => hovered && onHover(null)}
      onKeyDown={onKeyDown}
    />
  );
}

/**
 * The entry nearest to the pointer among those above and below it, one of each line, up to the step `until`; null where no line
 * is visible there.
 */
function nearestValue(
  { lines, box }: PlottedLines,
  pointer: { readonly x: number; readonly y: number },
  until: number,
): Iterate | null {
  let best: Iterate | null = null;
  let least = Infinity;
  lines.forEach(({ path: whole, nonPositive }, run) => {
    const path = pathUntil(whole, until);
    const i = nearestIndex(path.x, pointer.x);
    const y = nonPositive.includes(i) ? box.bottom : at(path.y, i);
    if (!contains(box, at(path.x, i), y)) return;
    const distance = Math.hypot(at(path.x, i) - pointer.x, y - pointer.y);
    if (distance < least) {
      best = { run, step: at(path.rows, i) };
      least = distance;
    }
  });
  return best;
}
