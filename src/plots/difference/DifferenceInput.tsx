import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { nearestIterate, type Iterate } from '../kit/geometry/nearest';
import { formatNumber } from '../kit/geometry/numbers';
import { arrowKeys } from '../kit/parts/arrowKeys';
import { asSentence } from '../kit/parts/describe';
import { ReadValue } from '../kit/parts/ReadValue';
import { boxStyle } from '../kit/parts/boxStyle';
import type { DifferenceSeries } from './types';
import type { PlottedDifferences } from './usePlottedDifferences';

export interface DifferenceInputProps {
  /** With ascending steps. */
  readonly series: readonly DifferenceSeries[];
  readonly plotted: PlottedDifferences;
  readonly unit: number;
}

/** The input area with its readout: of the difference nearest to the pointer; arrow keys move along a line and between lines. */
export function DifferenceInput({ series, plotted, unit }: DifferenceInputProps) {
  const t = useTranslations('plots');
  const [read, setRead] = useState<Iterate | null>(null);
  const { box, lines } = plotted;
  const line = read && lines[read.run];
  const entry = read && entryOf(series, read);
  const words = entry
    ? ([
        [t('stepSize'), formatNumber(entry.step, 3)],
        [t('error'), formatNumber(entry.error, 4)],
      ] as const)
    : [];

  const onPointerMove = (event: PointerEvent) => {
    const corner = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
    setRead(
      nearestIterate(
        lines.map(({ path }) => path),
        pointer,
        40 * unit,
        box,
        -1,
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowKeys[event.key];
    if (arrow) setRead(neighbour(series, read, arrow.x, -arrow.y));
    else if (event.key === 'Escape') setRead(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const point = line && {
    x: at(line.path.x, read.step),
    y: line.nonPositive.includes(read.step) ? box.bottom : at(line.path.y, read.step),
  };
  return (
    <>
      <div
        className="plot-surface"
        style={boxStyle(box)}
        role="application"
        aria-label={t('differenceKeys')}
        tabIndex={0}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => setRead(null)}
        onBlur={() => setRead(null)}
        onKeyDown={onKeyDown}
      />
      {line && point && !Number.isNaN(point.y) && (
        <ReadValue
          point={point}
          box={box}
          style={line.style}
          lines={words}
          note={entry?.error === 0 ? t('exactly') : undefined}
          unit={unit}
        />
      )}
      <p className="plot-spoken" aria-live="polite">
        {line && asSentence(line.style.label, words)}
      </p>
    </>
  );
}

const entryOf = (series: readonly DifferenceSeries[], { run, step }: Iterate) => {
  const one = series[run];
  return one ? { step: at(one.steps, step), error: at(one.errors, step) } : null;
};

/** The entry next to the current one, `larger` steps and `lines` lines further; the first entry where there is no current one. */
function neighbour(
  series: readonly DifferenceSeries[],
  read: Iterate | null,
  larger: number,
  lines: number,
): Iterate | null {
  if (!read) return series.length > 0 ? { run: 0, step: 0 } : null;
  const run = Math.max(0, Math.min(read.run + lines, series.length - 1));
  const last = (series[run]?.steps.length ?? 0) - 1;
  return { run, step: Math.max(0, Math.min(read.step + larger, last)) };
}
