import { formatNumber } from '../kit/geometry/numbers';
import { textWidth } from '../kit/geometry/textWidth';
import { isStrong } from './contourColours';

/** A contour on the scale of the loss. */
export interface ScaleMark {
  /** Pixels from the left end of the bar. */
  readonly at: number;
  readonly isStrong: boolean;
  /** Its loss; null for a weak contour, and where the labels would meet or leave the bar. */
  readonly label: string | null;
}

/** Every digit of a level, up to those that float32 has. */
const levelText = (level: number): string => {
  const [mantissa = ''] = level.toExponential().split('e');
  return formatNumber(level, Math.min(7, mantissa.replace(/\D/g, '').length));
};

/** Room between two labels, in rem. */
const GAP = 0.3;

/**
 * The contours along a bar of some width, one band as wide as another. Every strong contour is named where there is room, and
 * otherwise every second or third, so that as many numbers lie as far apart as others.
 * @param levels ascending
 * @param room pixels right of the bar that a label may take
 */
export function scaleMarks(levels: readonly number[], width: number, rem: number, room: number): ScaleMark[] {
  const strong = levels.flatMap((level, i) => {
    const label = levelText(level);
    const half = textWidth(label, 'tick', rem) / 2;
    const at = positionOf(i, levels.length, width);
    return isStrong(i) && at + half <= width + room ? [{ i, label, from: at - half, to: at + half }] : [];
  });
  const fits = (stride: number): boolean => {
    const named = strong.filter((_, k) => k % stride === 0);
    return named.every(({ from }, k) => from > (named[k - 1]?.to ?? -Infinity) + GAP * rem);
  };
  const stride = strong.findIndex((_, k) => fits(k + 1)) + 1;
  const labels = new Map(strong.filter((_, k) => k % stride === 0).map(({ i, label }) => [i, label]));
  return levels.map((_, i) => ({
    at: positionOf(i, levels.length, width),
    isStrong: isStrong(i),
    label: labels.get(i) ?? null,
  }));
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
