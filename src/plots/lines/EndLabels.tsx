import { memo } from 'react';
import { at } from '../kit/geometry/at';
import { dodge } from '../kit/geometry/dodge';
import { visibleEnd } from '../kit/geometry/path';
import { textWidth } from '../kit/geometry/textWidth';
import type { Line } from './line';
import { MarkerIcon } from '../kit/parts/MarkerIcon';
import type { PlottedLines } from './usePlottedLines';
import './endLabels.css';

export interface EndLabelsProps {
  readonly plotted: Pick<PlottedLines, 'box' | 'lines'>;
  readonly rem: number;
  readonly width: number;
  /** Name of the lines of the validation loss. */
  readonly validationLabel?: string | undefined;
}

/** Between the plot and a label, and that with the room right of it; an icon with its gap. In rem. */
const GAP = 0.7;
const BESIDE = 0.8;
const ICON = 1.3;

/** Each run's name at the end of its line, moved apart where lines end together; on two lines where there is little room. */
export const EndLabels = memo(function EndLabels({ plotted, rem, width, validationLabel }: EndLabelsProps) {
  const { box } = plotted;
  // A run without rows has no end yet.
  const lines = plotted.lines.filter(({ path }) => path.rows.length > 0);
  const own = lines.map((line) => ({ style: line.style, label: line.style.label, end: endOf(line, plotted) }));
  const ofValidation = lines.flatMap(({ style, validation }) => {
    const end = validation && visibleEnd(validation, box);
    return end && validationLabel !== undefined ? [{ style, label: validationLabel, end }] : [];
  });
  const labels = [...own, ...ofValidation];
  const isWrapped = labels.some(({ label }) => textWidth(label, 'endLabel', rem) > width - (BESIDE + ICON) * rem);
  const height = isWrapped ? 2 * rem : rem;
  const centres = dodge(
    labels.map(({ end }) => end.y),
    height + 0.15 * rem,
    box.top + height / 2,
    box.bottom - height / 2,
  );
  return labels.map(({ style, label }, i) => (
    <div
      key={i}
      className="plot-end-label"
      data-wrapped={isWrapped ? '' : undefined}
      title={label === style.label ? label : `${style.label}, ${label}`}
      style={{
        left: box.right + GAP * rem,
        maxWidth: width - BESIDE * rem,
        height,
        transform: `translateY(${(centres[i] ?? 0) - height / 2}px)`,
      }}
    >
      <MarkerIcon style={style} />
      <span>{label}</span>
    </div>
  ));
});

/** The last visible point of a line; on a log axis a run with nonpositive values alone ends on the lower edge. */
function endOf({ thinned, nonPositive, path }: Line, { box }: EndLabelsProps['plotted']): { x: number; y: number } {
  const last = nonPositive.at(-1);
  const end = visibleEnd(thinned, box);
  if (last !== undefined && (!end || at(path.x, last) > end.x)) return { x: at(path.x, last), y: box.bottom };
  return end ?? { x: box.right, y: box.top };
}
