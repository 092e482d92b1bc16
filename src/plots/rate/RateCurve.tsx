import { rateCurvePath } from './rateCurvePath';
import { formatNumber } from '../kit/geometry/numbers';
import { use, useMemo } from 'react';
import { PlotTools } from '../kit/parts/plotTools';
import './rate.css';

export interface RateCurveProps {
  /** The rate of every update so far. */
  readonly rates: Float64Array;
  /** Updates of the complete run. */
  readonly updates: number;
  /** Index of the marked update, from 0. */
  readonly now: number;
  /** The text alternative of the curve. */
  readonly describe: (numbers: {
    readonly first: string;
    readonly last: string;
    readonly low: string;
    readonly high: string;
  }) => string;
}

/** Size of the drawing in its own units; it is stretched to the size of its element. */
const WIDTH = 240;
const HEIGHT = 40;

/** A small plot of the learning rate over a run, with its highest and lowest value and a mark at one update. */
export function RateCurve({ rates, updates, now, describe }: RateCurveProps) {
  const tools = use(PlotTools);
  const curve = useMemo(() => rateCurvePath(rates, updates, WIDTH, HEIGHT), [rates, updates]);
  if (curve === null) return <span className="rate-curve" />;
  const {
    first,
    last,
    range: [low, high],
  } = curve;
  const [x, y] = curve.positionOf(Math.max(0, Math.min(now, rates.length - 1)));
  const write = (rate: number) => formatNumber(rate, 3);
  return (
    <>
      <span className="rate-plot">
        <span
          className="rate-curve"
          role="img"
          aria-label={describe({ first: write(first), last: write(last), low: write(low), high: write(high) })}
        >
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path d={curve.path} />
          </svg>
          <span
            className="rate-mark"
            style={{ insetInlineStart: `${(100 * x) / WIDTH}%`, insetBlockStart: `${(100 * y) / HEIGHT}%` }}
          />
        </span>
        {tools}
      </span>
      <span className="rate-ends" aria-hidden="true">
        <span>{write(high)}</span>
        <span>{low === high ? '' : write(low)}</span>
      </span>
    </>
  );
}
