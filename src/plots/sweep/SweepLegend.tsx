import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { OUTSIDE_SHARE, shareOf } from '../kit/geometry/colourRange';
import { logTicks, ticksOf, type Tick } from '../kit/geometry/ticks';
import { textWidth } from '../kit/geometry/textWidth';
import type { SweepColouring } from './types';
import { categoryColour, type Heat } from './heat';
import { useTickLabel } from '../kit/parts/digits';
import './sweepLegend.css';

export interface SweepLegendProps {
  readonly colouring: SweepColouring;
  readonly heat: Heat;
}

/** The meaning of the colours: a colour bar with numbers, or a list of categories. */
export function SweepLegend({ colouring, heat }: SweepLegendProps) {
  return (
    <div className="plot-legend">
      <span className="plot-legend-title">{colouring.title}</span>
      {colouring.kind === 'continuous' ? (
        <>
          <ColourBar heat={heat} scale={colouring.scale} />
          <Swatch label={colouring.notFinite} />
        </>
      ) : (
        colouring.categories.map(({ value, label, isHatched }, position) => (
          <Swatch key={value} label={label} colour={isHatched ? undefined : categoryColour(position)} />
        ))
      )}
    </div>
  );
}

/** Slanted lines over a swatch, in its own units. */
const HATCHING = 'M-12 14L2 0M-6 14L8 0M0 14L14 0M6 14L20 0M12 14L26 0';

/** A colour, or the hatching, with its meaning. */
function Swatch({ label, colour }: { readonly label: string; readonly colour?: string | undefined }) {
  return (
    <span className="plot-swatch">
      <svg viewBox="0 0 17 14" aria-hidden="true" style={{ background: colour }}>
        {!colour && <path d={HATCHING} />}
      </svg>
      {label}
    </span>
  );
}

/** The width in rem that a colour bar has at least, and the gap between two of its numbers. */
const BAR = 9;
const GAP = 0.5;
/** How much larger its numbers are than those of other plots. */
const LARGER = 0.95 / 0.75;

interface PlacedTick extends Tick {
  /** Its place on the bar, from 0 to 1. */
  readonly share: number;
}

/** The ticks from left to right, without those whose label would touch the one before it on the narrowest bar. */
function ticksThatFit(ticks: readonly PlacedTick[]): readonly PlacedTick[] {
  let end = -Infinity;
  return ticks
    .toSorted((a, b) => a.share - b.share)
    .filter(({ label, share }) => {
      const half = textWidth(label, 'tick', LARGER) / 2;
      if (share * BAR - half < end + GAP) return false;
      end = share * BAR + half;
      return true;
    });
}

/** Of so many colours one is a stop of the bar's gradient. */
const STRIDE = 15;

function ColourBar({ heat: { colours, ends }, scale }: { readonly heat: Heat; readonly scale: 'linear' | 'log' }) {
  const t = useTranslations('tabPlots');
  const labelOf = useTickLabel('sup');
  const gradient = useId();
  if (!ends) return null;
  const stops = colours.filter((_, i) => i % STRIDE === 0);
  const ticks = ticksThatFit(
    (scale === 'log' ? logTicks : ticksOf)(ends.range, 4).map((tick) => ({
      ...tick,
      share: shareOf(tick.value, ends.range, scale),
    })),
  ).map((tick) => ({ ...tick, at: `${100 * tick.share}%` }));
  return (
    <>
      <span className="plot-colour-bar">
        <svg aria-hidden="true">
          <linearGradient id={gradient}>
            {stops.map((colour, i) => (
              <stop key={i} offset={i / (stops.length - 1)} stopColor={colour} />
            ))}
          </linearGradient>
          <rect width="100%" height="80%" fill={`url(#${gradient})`} />
          {ticks.map(({ value, at }) => (
            <line key={value} x1={at} x2={at} y1="80%" y2="100%" />
          ))}
        </svg>
        {ticks.map((tick) => (
          <span key={tick.value} className="plot-colour-tick" style={{ left: tick.at }}>
            {labelOf(tick)}
          </span>
        ))}
      </span>
      {ends.exceeded && (
        <span className="plot-legend-note">{t('coloursExceeded', { share: 100 * OUTSIDE_SHARE })}</span>
      )}
    </>
  );
}
