import { useMemo } from 'react';
import type { Trace } from '../../engine/types';
import { lossLineOf, type LossLine, type LossPlane } from '../draw/lossLines';
import { boxOf, labelRoom, place, ticksAlong } from '../draw/plane';
import { at } from '../geometry/at';
import { indexOfRow } from '../geometry/path';
import { lossRange, type LossScale } from '../geometry/losses';
import { progressOf, type ProgressAxis } from '../geometry/progress';
import { linearScale, logScale } from '../geometry/scale';
import { logTicks, ticksOf } from '../geometry/ticks';
import type { PlacedTick } from '../parts/Axes';
import type { Frame } from '../parts/useFrame';
import type { RunStyle } from '../types';

export interface LossPicture extends LossPlane {
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly lines: readonly LossLine[];
  /** Where the rows of each run stand along the x axis, in its units. */
  readonly progress: readonly Float64Array[];
  /** Whether some loss is not above 0 on a log axis. */
  readonly hasBelow: boolean;
  /** False where no loss has a place on the axis. */
  readonly hasRange: boolean;
}

/** Axes and lines of the loss plot; computed again when the trace or an axis changes, not while the transport moves. */
export function useLossPicture(trace: Trace | null, styles: readonly RunStyle[], scale: LossScale, axis: ProgressAxis, frame: Frame, labelWidth: number): LossPicture {
  return useMemo(() => {
    const runs = (trace?.runs ?? []).slice(0, styles.length);
    const progress = runs.map((run) => progressOf(run, axis, trace?.epochSize ?? 0));
    const range = lossRange(runs, scale);
    const { height, rem } = frame;
    const yRange = range ?? (scale === 'log' ? [0.1, 10] as const : [0, 1] as const);
    const yTicks = (scale === 'log' ? logTicks : ticksOf)(yRange, ticksAlong(height, rem, 4));
    const box = boxOf(frame, labelRoom(yTicks, rem), labelWidth);
    const y = (scale === 'log' ? logScale : linearScale)(yRange, [box.bottom, box.top]);
    const xRange = [0, furthest(progress, trace?.totals ?? [])] as const;
    const x = linearScale(xRange, [box.left, box.right]);
    const plane = { x, y, box };
    const lines = runs.flatMap((run, i) => {
      const style = styles[i];
      return style ? [lossLineOf(run, progress[i] ?? new Float64Array(0), scale, plane, style)] : [];
    });
    const hasBelow = lines.some(({ below }) => below.length > 0);
    return {
      ...plane,
      xTicks: place(ticksOf(xRange, ticksAlong(box.right - box.left, rem, 5)), x),
      // "≤ 0" stands at the lower edge and needs its place.
      yTicks: range ? place(yTicks, y).filter((tick) => !hasBelow || tick.at < box.bottom - rem) : [],
      lines,
      hasBelow,
      progress,
      hasRange: range !== null,
    };
  }, [trace, styles, scale, axis, frame, labelWidth]);
}

/** End of the x axis. A run that still streams in is taken to go on as it went, so that the axis stands still meanwhile. */
function furthest(progress: readonly Float64Array[], totals: readonly number[]): number {
  const ends = progress.map((places, run) => {
    const updates = places.length - 1;
    const last = at(places, updates);
    return updates > 0 ? (last / updates) * ((totals[run] ?? 1) - 1) : 0;
  });
  return ends.reduce((most, end) => Math.max(most, end), 0) || 1;
}

/** Pixel of the transport's step: on the selected run, or on the longest where the selected one ended before it. */
export function cursorAt({ lines, x }: LossPicture, selected: number, step: number): number {
  const reaches = (line: LossLine | undefined): boolean => line !== undefined && line.path.rows.length > step;
  const longest = lines.reduce<LossLine | undefined>((most, line) => (!most || line.path.rows.length > most.path.rows.length ? line : most), undefined);
  const path = (reaches(lines[selected]) ? lines[selected] : longest)?.path;
  return path && path.rows.length > 0 ? at(path.x, indexOfRow(path.rows, step)) : x(0);
}
