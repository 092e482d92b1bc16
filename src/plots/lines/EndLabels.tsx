import { memo } from 'react';
import { at } from '../kit/geometry/at';
import { dodge } from '../kit/geometry/dodge';
import { visibleEnd } from '../kit/geometry/path';
import type { Line } from './drawLines';
import { MarkerIcon } from '../kit/parts/MarkerIcon';
import type { LinePicture } from './useLinePicture';
import './endLabels.css';

export interface EndLabelsProps {
  readonly picture: Pick<LinePicture, 'box' | 'lines'>;
  readonly rem: number;
  readonly width: number;
  /** Names what stands beside the lines. */
  readonly besideLabel?: string | undefined;
}

/** Each run's name at the end of its line, moved apart where lines end together. */
export const EndLabels = memo(function EndLabels({ picture, rem, width, besideLabel }: EndLabelsProps) {
  const { box } = picture;
  // A run of which nothing is known has no end to stand at.
  const lines = picture.lines.filter(({ path }) => path.rows.length > 0);
  const own = lines.map((line) => ({ style: line.style, label: line.style.label, end: endOf(line, picture) }));
  const beside = lines.flatMap(({ style, beside: path }) => {
    const end = path && visibleEnd(path, box);
    return end && besideLabel !== undefined ? [{ style, label: besideLabel, end }] : [];
  });
  const labels = [...own, ...beside];
  const centres = dodge(
    labels.map(({ end }) => end.y),
    1.15 * rem,
    box.top + 0.5 * rem,
    box.bottom - 0.5 * rem,
  );
  return labels.map(({ style, label }, i) => (
    <div
      key={i}
      className="plot-end-label"
      title={label === style.label ? label : `${style.label}, ${label}`}
      style={{
        left: box.right + 0.7 * rem,
        maxWidth: width - 0.8 * rem,
        transform: `translateY(${(centres[i] ?? 0) - 0.5 * rem}px)`,
      }}
    >
      <MarkerIcon style={style} />
      <span>{label}</span>
    </div>
  ));
});

/** Where a line is last seen; a run that only has values below a log axis ends on its lower edge. */
function endOf({ thinned, below, path }: Line, { box }: EndLabelsProps['picture']): { x: number; y: number } {
  const last = below.at(-1);
  const end = visibleEnd(thinned, box);
  if (last !== undefined && (!end || at(path.x, last) > end.x)) return { x: at(path.x, last), y: box.bottom };
  return end ?? { x: box.right, y: box.top };
}
