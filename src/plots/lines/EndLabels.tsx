import { Fragment, memo } from 'react';
import { at } from '../kit/geometry/at';
import { dodge } from '../kit/geometry/dodge';
import { hasNumber, labelWords } from '../kit/geometry/labelWords';
import { visibleEnd } from '../kit/geometry/path';
import { textWidth, widestText } from '../kit/geometry/textWidth';
import type { Frame } from '../kit/parts/useFrame';
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

/**
 * Each run's name at the end of its line, in several lines where one is too long, moved apart where lines end together; none
 * where there is no room for all.
 */
export const EndLabels = memo(function EndLabels({ plotted, rem, width, validationLabel }: EndLabelsProps) {
  const { box } = plotted;
  // A run without rows has no end yet.
  const lines = plotted.lines.filter(({ path }) => path.rows.length > 0);
  const own = lines.map((line) => ({ style: line.style, label: line.style.label, end: endOf(line, plotted) }));
  const ofValidation = lines.flatMap(({ style, validation }) => {
    const end = validation && visibleEnd(validation, box);
    return end && validationLabel !== undefined ? [{ style, label: validationLabel, end }] : [];
  });
  const room = Math.max(rem, ESTIMATE * (width - MARKER * rem));
  const labels = [...own, ...ofValidation].map((label) => ({
    ...label,
    words: labelWords(label.label, (word) => widthOf(word, rem) <= room),
  }));
  const height = Math.max(1, ...labels.map(({ words }) => linesOf(words, room, rem)));
  // Labels over each other say nothing; who shows so many long names lists them elsewhere, by the same markers.
  if (labels.length * (height + GAP) * rem > box.bottom - box.top + rem) return null;
  const centres = dodge(
    labels.map(({ end }) => end.y),
    (height + GAP) * rem,
    box.top + 0.5 * height * rem,
    box.bottom - 0.5 * height * rem,
  );
  return labels.map(({ style, label, words }, i) => (
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
      <span>
        {words.map((word, k) => (
          <Fragment key={k}>
            {k > 0 && (words[k - 1]?.endsWith('，') ? <wbr /> : ' ')}
            {hasNumber(word) ? <b className="plot-end-number">{word}</b> : word}
          </Fragment>
        ))}
      </span>
    </div>
  ));
});

const widthOf = (word: string, rem: number): number => textWidth(word, 'endLabel', rem);

/** In how many lines words stand where the room is narrow. */
function linesOf(words: readonly string[], room: number, rem: number): number {
  let [lines, width] = [1, 0];
  const space = widthOf(' ', rem);
  for (const word of words) {
    const length = widthOf(word, rem);
    if (width > 0 && width + space + length > room) [lines, width] = [lines + 1, 0];
    width += (width > 0 ? space : 0) + length;
    // A word without a number that is wider than the room is broken anywhere; Chinese has no spaces.
    while (width > room && !hasNumber(word)) [lines, width] = [lines + 1, width - room];
  }
  return lines;
}

/** Room in rem between two labels. */
const GAP = 0.15;

/** The share of the room that estimated widths may take: real ones are up to a twentieth wider. */
const ESTIMATE = 0.95;

/** Room in rem for the marker and the gaps beside a label. */
const MARKER = 2.2;

/** The share of the plot that labels may take so that a number in them is not cut off. */
const MOST_FOR_NUMBERS = 0.45;

/** Width of the labels at the ends of the lines: at most the share `most` of the plot, unless a number needs more. */
export function labelWidthOf(styles: readonly { readonly label: string }[], { rem, width }: Frame, most = 0.3): number {
  const labels = styles.map(({ label }) => withRoomForDigits(label));
  const numbers = labels.flatMap((label) => labelWords(label, () => false)).filter(hasNumber);
  const ofNumbers = widestText(numbers, 'endLabel', rem) / ESTIMATE + MARKER * rem;
  const limit = Math.max(most * width, Math.min(ofNumbers, MOST_FOR_NUMBERS * width));
  return Math.min(widestText(labels, 'endLabel', rem) + 2.5 * rem, limit);
}

/** So that the plot does not change its width while a number in a label changes its digits. */
const withRoomForDigits = (label: string): string => label.replace(/[\d.]+$/, (number) => number.padEnd(6, '0'));

/** The last visible point of a line; on a log axis a run with nonpositive values alone ends on the lower edge. */
function endOf({ thinned, nonPositive, path }: Line, { box }: EndLabelsProps['plotted']): { x: number; y: number } {
  const last = nonPositive.at(-1);
  const end = visibleEnd(thinned, box);
  if (last !== undefined && (!end || at(path.x, last) > end.x)) return { x: at(path.x, last), y: box.bottom };
  return end ?? { x: box.right, y: box.top };
}
