import type { Box } from '../geometry/clip';

/** The CSS that lays an absolutely positioned element over a box of the plot, in pixels. */
export const boxStyle = ({ left, top, right, bottom }: Box) => ({
  left,
  top,
  width: right - left,
  height: bottom - top,
});
