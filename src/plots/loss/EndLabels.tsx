import { memo } from 'react';
import { at } from '../geometry/at';
import { dodge } from '../geometry/dodge';
import { visibleEnd } from '../geometry/path';
import type { LossLine } from '../draw/lossLines';
import { MarkerIcon } from '../parts/MarkerIcon';
import type { LossPicture } from './useLossPicture';

export interface EndLabelsProps {
  readonly picture: LossPicture;
  readonly rem: number;
  readonly width: number;
}

/** Each run's name at the end of its line, moved apart where lines end together. */
export const EndLabels = memo(function EndLabels({ picture, rem, width }: EndLabelsProps) {
  const { box, lines } = picture;
  const ends = lines.map((line) => endOf(line, picture));
  const centres = dodge(ends.map(({ y }) => y), 1.15 * rem, box.top + 0.5 * rem, box.bottom - 0.5 * rem);
  return lines.map(({ style }, run) => (
    <div
      key={run}
      className="plot-end-label"
      title={style.label}
      style={{ left: box.right + 0.7 * rem, maxWidth: width - 0.8 * rem, transform: `translateY(${(centres[run] ?? 0) - 0.5 * rem}px)` }}
    >
      <MarkerIcon style={style} />
      <span>{style.label}</span>
    </div>
  ));
});

/** Where a line is last seen; a run that only has losses below a log axis ends on its lower edge. */
function endOf({ thinned, below, path }: LossLine, { box }: LossPicture): { x: number; y: number } {
  const last = below.at(-1);
  const end = visibleEnd(thinned, box);
  if (last !== undefined && (!end || at(path.x, last) > end.x)) return { x: at(path.x, last), y: box.bottom };
  return end ?? { x: box.right, y: box.top };
}
