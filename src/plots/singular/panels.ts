import type { Box } from '../kit/geometry/clip';
import type { Frame } from '../kit/parts/useFrame';

/** Least width of a panel, in rem; where all side by side would be narrower, they stand in two rows. */
const NARROWEST = 9;

/** Room for a title above a panel, and for the numbers of its axis left of it, in rem. */
const [TITLE, AXIS] = [2, 3.4];

/** The boxes of some panels in a frame, row by row. */
export function panelBoxes(count: number, { width, height, rem }: Frame): Box[] {
  const isNarrow = width < count * (NARROWEST + AXIS) * rem;
  const across = isNarrow ? Math.ceil(count / 2) : count;
  const down = Math.ceil(count / across);
  const [step, rise] = [width / across, height / down];
  return Array.from({ length: count }, (_, k) => {
    const [column, row] = [k % across, Math.floor(k / across)];
    return {
      left: column * step + AXIS * rem,
      right: (column + 1) * step - 0.6 * rem,
      top: row * rise + TITLE * rem,
      bottom: (row + 1) * rise - 0.8 * rem,
    };
  });
}

/** The bar of each value in a box whose height is `largest`. */
export function barsOf(values: readonly number[], largest: number, { left, right, top, bottom }: Box): Box[] {
  const step = (right - left) / values.length;
  return values.map((value, k) => ({
    left: left + (k + 0.15) * step,
    right: left + (k + 0.85) * step,
    top: bottom - ((bottom - top) * value) / largest,
    bottom,
  }));
}
