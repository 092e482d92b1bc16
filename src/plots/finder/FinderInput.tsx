import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { nearestIterate, type Iterate } from '../kit/geometry/nearest';
import { formatNumber } from '../kit/geometry/numbers';
import { arrowKeys } from '../kit/parts/arrowKeys';
import { asSentence } from '../kit/parts/describe';
import { ReadValue } from '../kit/parts/ReadValue';
import { boxStyle } from '../kit/parts/boxStyle';
import type { FinderSeries } from './types';
import type { PlottedFinder } from './usePlottedFinder';

export interface FinderInputProps {
  readonly series: readonly FinderSeries[];
  readonly plotted: PlottedFinder;
  readonly unit: number;
}

/** The input area with its readout: of the rate nearest to the pointer; arrow keys move along a run and between runs. */
export function FinderInput({ series, plotted, unit }: FinderInputProps) {
  const t = useTranslations('plots');
  const [read, setRead] = useState<Iterate | null>(null);
  const { box, lines } = plotted;
  const one = read && series[read.run];
  const line = read && lines[read.run];
  const isThere = one && line && read.step < one.rates.length;
  const words = isThere
    ? ([
        [t('rate'), formatNumber(at(one.rates, read.step), 4)],
        [t('loss'), formatNumber(at(one.losses, read.step), 5)],
      ] as const)
    : [];
  const point = isThere && { x: at(line.path.x, read.step), y: at(line.path.y, read.step) };

  const onPointerMove = (event: PointerEvent) => {
    const corner = event.currentTarget.getBoundingClientRect();
    const pointer = { x: event.clientX - corner.left + box.left, y: event.clientY - corner.top + box.top };
    const paths = lines.map(({ path }) => path);
    setRead(nearestIterate(paths, pointer, 40 * unit, box, -1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowKeys[event.key];
    if (arrow) setRead(neighbour(series, read, arrow.x, -arrow.y));
    else if (event.key === 'Escape') setRead(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        className="plot-surface"
        style={boxStyle(box)}
        role="application"
        aria-label={t('finderKeys')}
        tabIndex={0}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onPointerLeave={() => setRead(null)}
        onBlur={() => setRead(null)}
        onKeyDown={onKeyDown}
      />
      {line && point && contains(box, point.x, point.y) && (
        <ReadValue point={point} box={box} style={line.style} lines={words} unit={unit} />
      )}
      <p className="plot-spoken" aria-live="polite">
        {line && isThere && asSentence(line.style.label, words)}
      </p>
    </>
  );
}

/** The entry next to the current one, `larger` rates and `runs` runs further; the first entry where there is no current one. */
function neighbour(
  series: readonly FinderSeries[],
  read: Iterate | null,
  larger: number,
  runs: number,
): Iterate | null {
  if (!read) return series.length > 0 ? { run: 0, step: 0 } : null;
  const run = Math.max(0, Math.min(read.run + runs, series.length - 1));
  const last = (series[run]?.rates.length ?? 0) - 1;
  return { run, step: Math.max(0, Math.min(read.step + larger, last)) };
}
