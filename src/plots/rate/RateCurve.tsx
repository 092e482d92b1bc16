import { rateCurvePath } from './rateCurvePath';
import { formatNumber } from '../kit/geometry/numbers';
import { useMemo } from 'react';
import './rate.css';

export interface RateCurveProps {
  /** The rate of every update so far. */
  readonly rates: Float64Array;
  /** Updates of the complete run. */
  readonly updates: number;
  /** The update that is marked, counted from 0. */
  readonly now: number;
  /** What is said in place of the picture. */
  readonly describe: (numbers: {
    readonly first: string;
    readonly last: string;
    readonly low: string;
    readonly high: string;
  }) => string;
}

/** Units of the picture; it is stretched to the room that it has. */
const WIDTH = 240;
const HEIGHT = 40;

/** The rate over a run, small: its highest and lowest value beside it, and a mark at one update. */
export function RateCurve({ rates, updates, now, describe }: RateCurveProps) {
  const picture = useMemo(() => rateCurvePath(rates, updates, WIDTH, HEIGHT), [rates, updates]);
  if (picture === null) return <span className="rate-curve" />;
  const {
    first,
    last,
    range: [low, high],
  } = picture;
  const [x, y] = picture.placeOf(Math.max(0, Math.min(now, rates.length - 1)));
  const write = (rate: number) => formatNumber(rate, 3);
  return (
    <>
      <span
        className="rate-curve"
        role="img"
        aria-label={describe({ first: write(first), last: write(last), low: write(low), high: write(high) })}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={picture.path} />
        </svg>
        <span
          className="rate-mark"
          style={{ insetInlineStart: `${(100 * x) / WIDTH}%`, insetBlockStart: `${(100 * y) / HEIGHT}%` }}
        />
      </span>
      <span className="rate-ends" aria-hidden="true">
        <span>{write(high)}</span>
        <span>{low === high ? '' : write(low)}</span>
      </span>
    </>
  );
}
