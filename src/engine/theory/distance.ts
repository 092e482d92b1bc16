import { lengthOfView, REACH_SHARE } from '../trace/outcome';
import type { Plan } from '../plan/types';

export const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (x, i) => x - (b[i] as number)));

/** The distance within which a run is at a point: a thousandth of a quarter of the view. */
export const reachOf = ({ defaultRanges }: Pick<Plan, 'defaultRanges'>): number =>
  REACH_SHARE * lengthOfView(defaultRanges);
