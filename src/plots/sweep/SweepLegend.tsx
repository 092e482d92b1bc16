import { useTranslations } from 'use-intl';
import { OUTSIDE_SHARE, shareOf } from '../kit/geometry/colourRange';
import { logTicks, ticksOf, type Tick } from '../kit/geometry/ticks';
import { widestText } from '../kit/geometry/textWidth';
import type { SweepColouring } from './types';
import { categoryColour, type Heat } from './heat';
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

/** A colour, or the hatching, with its meaning. */
function Swatch({ label, colour }: { readonly label: string; readonly colour?: string | undefined }) {
  return (
    <span className="plot-swatch">
      <span className={colour ? undefined : 'plot-hatched'} style={{ background: colour }} aria-hidden="true" />
      {label}
    </span>
  );
}

/** The width in rem that a colour bar has at least, and the gap between two of its numbers. */
const BAR = 9;
const GAP = 0.5;
/** How much larger its numbers are than those of other plots. */
const LARGER = 0.95 / 0.75;

/** Every tick, or every second or third one, so that their labels do not touch on the narrowest bar. */
function ticksThatFit(ticks: readonly Tick[]): readonly Tick[] {
  const widest = widestText(
    ticks.map(({ label }) => label),
    'tick',
    LARGER,
  );
  const stride = Math.max(1, Math.ceil(((widest + GAP) * ticks.length) / BAR));
  return ticks.filter((_, i) => i % stride === 0);
}

function ColourBar({ heat: { colours, ends }, scale }: { readonly heat: Heat; readonly scale: 'linear' | 'log' }) {
  const t = useTranslations('plots');
  if (!ends) return null;
  const stops = colours.filter((_, i) => i % 15 === 0);
  const ticks = ticksThatFit((scale === 'log' ? logTicks : ticksOf)(ends.range, 4));
  return (
    <>
      <span className="plot-colour-bar">
        <span style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} aria-hidden="true" />
        {ticks.map(({ value, label }) => (
          <span
            key={value}
            className="plot-colour-tick"
            style={{ left: `${100 * shareOf(value, ends.range, scale)}%` }}
          >
            {label}
          </span>
        ))}
      </span>
      {ends.exceeded && (
        <span className="plot-legend-note">{t('coloursExceeded', { share: 100 * OUTSIDE_SHARE })}</span>
      )}
    </>
  );
}
