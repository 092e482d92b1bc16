import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import type { PlottedRates } from '../finder/usePlottedRates';
import type { TuningPlotProps, TuningSeries } from './types';
import '../finder/finder.css';

interface PresentRatesProps extends Pick<TuningPlotProps, 'series' | 'selected'> {
  readonly plotted: PlottedRates;
  readonly unit: number;
}

/** A stroke in each run's colour at the rate that it has, from the axis upwards. */
export function PresentRates({ plotted: { box, x, lines }, series, selected, unit }: PresentRatesProps) {
  return series.map(({ now }, run) => {
    const place = x(now);
    if (!contains(box, place, box.bottom)) return null;
    return (
      <path
        key={run}
        className="plot-tuning-now"
        d={`M${place} ${box.bottom}V${box.bottom - (run === selected ? 14 : 9) * unit}`}
        style={{ stroke: lines[run]?.style.colour }}
      />
    );
  });
}

interface NamedRatesProps {
  readonly plotted: PlottedRates;
  readonly series: TuningSeries | undefined;
  /** Pixels at the top that belong to the marks of what diverged. */
  readonly above: number;
  readonly rem: number;
}

/**
 * The best rate of the selected run and the one that it has, as lines with their names, one at the top and one at the bottom,
 * where neither is in the other's way; one line where they are the same.
 */
export function NamedRates({ plotted: { box, x }, series, above, rem }: NamedRatesProps) {
  const t = useTranslations('tabPlots');
  if (!series) return null;
  const best = series.best === null ? NaN : at(series.rates, series.best);
  const top = box.top + above;
  const named =
    best === series.now
      ? ([['bestNow', best, top + 0.8 * rem]] as const)
      : ([
          ['best', best, top + 0.8 * rem],
          ['now', series.now, box.bottom - 0.4 * rem],
        ] as const);
  return named.map(([name, rate, y]) => {
    const place = x(rate);
    if (!contains(box, place, box.top)) return null;
    const label = t(name);
    const width = textWidth(label, 'endLabel', rem) + 0.6 * rem;
    // A rate below the best has its name on the left, away from the marker of the best.
    const isLeft = place + width > box.right || (rate < best && place - width > box.left);
    return (
      <g key={name} className="plot-finder-mark">
        <path d={`M${place} ${top}V${box.bottom}`} />
        <text x={place} y={y} dx={isLeft ? '-0.4em' : '0.4em'} textAnchor={isLeft ? 'end' : 'start'}>
          {label}
        </text>
      </g>
    );
  });
}
