import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Trace } from '../../engine/types';
import { at } from '../geometry/at';
import { contains } from '../geometry/clip';
import type { Iterate } from '../geometry/nearest';
import { stepAt } from '../geometry/progress';
import { linesAt, spoken } from '../parts/describe';
import { stepAfter } from '../parts/stepAfter';
import { rowAt, type LossPlotProps } from '../types';
import type { LossPicture } from './useLossPicture';

export interface LossSurfaceProps extends Pick<LossPlotProps, 'selected' | 'step' | 'hovered' | 'onHover' | 'onStep'> {
  readonly trace: Trace | null;
  readonly picture: LossPicture;
}

/** The part of the plot that is touched: pointers read losses and, pressed, move the transport; so do arrow keys. */
export function LossSurface({ trace, picture, selected, step, hovered, onHover, onStep }: LossSurfaceProps) {
  const t = useTranslations('plots');
  const scrubbing = useRef(false);
  const { box } = picture;
  const last = (trace?.totals ?? []).reduce((most, rows) => Math.max(most, rows - 1), 0);
  const run = trace?.runs[selected];

  const pixelOf = (event: PointerEvent): { x: number; y: number } => {
    const corner = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
  };
  const scrub = (event: PointerEvent) => {
    onStep(stepAt(placesToScrub(picture.progress, selected), picture.x.invert(pixelOf(event).x)));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (scrubbing.current) scrub(event);
    const found = nearestLoss(picture, pixelOf(event));
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
      style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
      role="slider"
      tabIndex={0}
      aria-label={t('scrub')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={step}
      aria-valuetext={trace && run && run.rows > 0 ? spoken(`${t('step')} ${step}`, linesAt(trace, selected, rowAt(run, step), t('loss')).slice(-1)) : undefined}
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

/** The selected run's places along the axis or, where others went on after it, the longest run's. */
const placesToScrub = (progress: readonly Float64Array[], selected: number): Float64Array =>
  progress.reduce((most, places) => (places.length > most.length ? places : most), progress[selected] ?? new Float64Array(0));

/** Of the iterates above and below the pointer the nearest line's; null where no line is in the picture there. */
function nearestLoss({ lines, progress, x, box }: LossPicture, pointer: { readonly x: number; readonly y: number }): Iterate | null {
  let best: Iterate | null = null;
  let least = Infinity;
  lines.forEach(({ path, below }, run) => {
    const step = stepAt(progress[run] ?? new Float64Array(0), x.invert(pointer.x));
    const y = below.includes(step) ? box.bottom : at(path.y, step);
    if (!contains(box, at(path.x, step), y)) return;
    const distance = Math.hypot(at(path.x, step) - pointer.x, y - pointer.y);
    if (distance < least) {
      best = { run, step };
      least = distance;
    }
  });
  return best;
}
