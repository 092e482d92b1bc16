import { memo } from 'react';
import { at } from '../geometry/at';
import { dodge } from '../geometry/dodge';
import { visibleEnd } from '../geometry/path';
import type { Line } from '../draw/lines';
import { MarkerIcon } from '../parts/MarkerIcon';
import type { LinePicture } from './useLinePicture';

export interface EndLabelsProps {
  readonly picture: Pick<LinePicture, 'box' | 'lines'>;
  readonly rem: number;
  readonly width: number;
}

/** Each run's name at the end of its line, moved apart where lines end together. */
export const EndLabels = memo(function EndLabels({ picture, rem, width }: EndLabelsProps) {
  const { box } = picture;
  // A run of which nothing is known has no end to stand at.
  const lines = picture.lines.filter(({ path }) => path.rows.length > 0);
  const ends = lines.map((line) => endOf(line, picture));
  const centres = dodge(ends.map(({ y }) => y), 1.15 * rem, box.top + 0.5 * rem, box.bottom - 0.5 * rem);
  return lines.map(({ style }, i) => (
    <div
      key={i}
      className="plot-end-label"
      title={style.label}
      style={{ left: box.right + 0.7 * rem, maxWidth: width - 0.8 * rem, transform: `translateY(${(centres[i] ?? 0) - 0.5 * rem}px)` }}
    >
      <MarkerIcon style={style} />
      <span>{style.label}</span>
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
