import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Landscape } from '../../engine/view/types';
import type { Box } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import { bandColour, contourColour, WEAK } from './contourColours';
import { placeOnScale, scaleMarks } from './lossScale';
import './lossScale.css';

export interface LossScaleProps {
  readonly landscape: Landscape;
  readonly box: Box;
  /** Pixels of one rem. */
  readonly rem: number;
  /** What stands above the plot already, at its left: the title of the y axis, if it begins at that axis. */
  readonly title: string;
  /** The loss that is being read. */
  readonly loss: number | null;
}

/** Width of the bar, in rem: at most, and at least, below which there is none. */
const WIDEST = 16;
const NARROWEST = 2.8;

/** Which contour is which loss: a bar in the room above the plot, at its right end, which takes nothing from the plot. */
export function LossScale({ landscape: { bands }, box, rem, title, loss }: LossScaleProps) {
  const t = useTranslations('plots');
  const name = t('loss');
  const beside = title ? textWidth(title, 'arrowLabel', rem) + rem : 0;
  const taken = beside + textWidth(name, 'tick', rem) + 0.5 * rem;
  const width = Math.min(WIDEST * rem, box.right - box.left - taken);
  const levels = useMemo(() => bands.map(({ level }) => level), [bands]);
  const marks = useMemo(() => scaleMarks(levels, width, rem, 0.5 * rem), [levels, width, rem]);
  if (bands.length === 0 || width < NARROWEST * rem) return null;
  const height = 0.4 * rem;
  const read = loss === null ? null : placeOnScale(loss, levels, width);
  const cell = width / (bands.length + 1);
  const named = marks.flatMap(({ label }) => label ?? []);
  return (
    <svg className="plot-overlay" role="img" aria-label={t('lossScale', { losses: named.join(', ') })}>
      <g className="plot-loss-scale" transform={`translate(${box.right - width} ${box.top - height - 0.15 * rem})`}>
        {[-1, ...bands.keys()].map((i) => (
          <rect
            key={i}
            x={(i + 1) * cell}
            width={cell + 0.5}
            height={height}
            style={{ fill: i < 0 ? 'var(--plot-contour-low)' : bandColour(i, bands.length) }}
          />
        ))}
        {marks.map(({ at, isStrong, label }, i) => (
          <g key={i} transform={`translate(${at} 0)`}>
            <path
              d={`M0 ${isStrong ? -0.15 * rem : 0}V${height}`}
              style={{ stroke: contourColour(i, bands.length) }}
              opacity={isStrong ? 1 : WEAK}
            />
            {label !== null && (
              <text textAnchor="middle" dy="-0.4em">
                {label}
              </text>
            )}
          </g>
        ))}
        {read !== null && <path className="plot-loss-read" d={`M${read} ${-0.1 * rem}V${height + 0.1 * rem}`} />}
        <text textAnchor="end" x={-0.4 * rem} y={height}>
          {name}
        </text>
      </g>
    </svg>
  );
}
