import { formatNumber } from '../kit/geometry/numbers';
import { textWidth } from '../kit/geometry/textWidth';
import { isStrong } from './contourColours';

/** A contour on the scale of the loss. */
export interface ScaleMark {
  /** Pixels from the left end of the bar. */
  readonly at: number;
  readonly isStrong: boolean;
  /** Its loss; null for a weak contour, and where the label would meet the one before it or leave the bar. */
  readonly label: string | null;
}

/** Every digit of a level, up to those that float32 has. */
const levelText = (level: number): string => {
  const [mantissa = ''] = level.toExponential().split('e');
  return formatNumber(level, Math.min(7, mantissa.replace(/\D/g, '').length));
};

/**
 * The contours along a bar of some width, one band as wide as another.
 * @param levels ascending
 * @param room pixels right of the bar that a label may take
 */
export function scaleMarks(levels: readonly number[], width: number, rem: number, room: number): ScaleMark[] {
  let end = -Infinity;
  return levels.map((level, i) => {
    const at = positionOf(i, levels.length, width);
    if (!isStrong(i)) return { at, isStrong: false, label: null };
    const label = levelText(level);
    const half = textWidth(label, 'tick', rem) / 2;
    const isFree = at - half > end + 0.3 * rem && at + half <= width + room;
    if (isFree) end = at + half;
    return { at, isStrong: true, label: isFree ? label : null };
  });
}

/** Where a loss lies on the bar, in pixels: between two contours in proportion, below or above all of them in the middle of their band. */
export function placeOnScale(loss: number, levels: readonly number[], width: number): number | null {
  if (!Number.isFinite(loss)) return null;
  const above = levels.findIndex((level) => loss < level);
  const count = levels.length;
  if (above === 0) return positionOf(0, count, width) / 2;
  if (above < 0) return (positionOf(count - 1, count, width) + width) / 2;
  const [low = 0, high = 1] = [levels[above - 1], levels[above]];
  return positionOf(above - 1, count, width) + ((loss - low) / (high - low)) * (width / (count + 1));
}

const positionOf = (i: number, count: number, width: number): number => ((i + 1) / (count + 1)) * width;
