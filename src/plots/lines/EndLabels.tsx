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

/** Each run's name at the end of its line, in several lines where one is too long, moved apart where lines end together. */
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
  const room = Math.max(rem, ESTIMATE * (width - MARKER * rem));
  const height = Math.max(1, ...labels.map(({ label }) => linesOf(label, room, rem)));
  const centres = dodge(
    labels.map(({ end }) => end.y),
    (height + 0.15) * rem,
    box.top + 0.5 * height * rem,
    box.bottom - 0.5 * height * rem,
  );
  return labels.map(({ style, label }, i) => (
    <div
      key={i}
      className="plot-end-label"
      data-folded={height > 1 || undefined}
      title={label === style.label ? label : `${style.label}, ${label}`}
      style={{
        left: box.right + 0.7 * rem,
        maxWidth: width - 0.8 * rem,
        height: height * rem,
        transform: `translateY(${(centres[i] ?? 0) - 0.5 * height * rem}px)`,
      }}
    >
      <MarkerIcon style={style} />
      <span>{label.replaceAll(' = ', NO_BREAK)}</span>
    </div>
  ));
});

/** In how many lines a label stands where the room is narrow; words stay whole. */
function linesOf(label: string, room: number, rem: number): number {
  let [lines, width] = [1, 0];
  const space = textWidth(' ', 'endLabel', rem);
  // A number stays with its letter.
  for (const word of label.replaceAll(' = ', NO_BREAK).split(' ')) {
    const length = textWidth(word, 'endLabel', rem);
    if (width > 0 && width + space + length > room) [lines, width] = [lines + 1, 0];
    width += (width > 0 ? space : 0) + length;
    // A word that is wider than the room is broken anywhere; Chinese has no spaces.
    while (width > room) [lines, width] = [lines + 1, width - room];
  }
  return lines;
}

/** An equals sign that no line is broken at. */
const NO_BREAK = '\u00a0=\u00a0';

/** The share of the room that estimated widths may take: real ones are up to a twentieth wider. */
const ESTIMATE = 0.95;

/** Room in rem for the marker and the gaps beside a label. */
const MARKER = 2.2;

/** The last visible point of a line; on a log axis a run with nonpositive values alone ends on the lower edge. */
function endOf({ thinned, nonPositive, path }: Line, { box }: EndLabelsProps['plotted']): { x: number; y: number } {
  const last = nonPositive.at(-1);
  const end = visibleEnd(thinned, box);
  if (last !== undefined && (!end || at(path.x, last) > end.x)) return { x: at(path.x, last), y: box.bottom };
  return end ?? { x: box.right, y: box.top };
}
