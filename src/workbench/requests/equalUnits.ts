import type { View } from '../../engine/view/types';
import type { ScreenState } from '../stores/screenStore';

/**
 * Whether one unit is as long on either axis of the path's plot. It is wherever a direction or an angle is on view, as those of
 * the gradient's tab and of the arrows over the path are; anywhere else it is the user's choice, or a lesson's.
 */
export const unitsOf = ({ tab, arrows, units }: Pick<ScreenState, 'tab' | 'arrows' | 'units'>) =>
  tab === 'gradient' || arrows.length > 0 ? 'forced' : units;

/** The smallest view about the same middle that has the units equal in a plot of this ratio of width to height. */
export function withEqualUnits(view: View, aspect: number): View {
  const [across, up] = [view.x[1] - view.x[0], view.y[1] - view.y[0]];
  return across < up * aspect
    ? { ...view, x: lengthened(view.x, up * aspect) }
    : { ...view, y: lengthened(view.y, across / aspect) };
}

function lengthened([low, high]: View['x'], length: number): View['x'] {
  const room = (length - (high - low)) / 2;
  return room > 0 ? [low - room, high + room] : [low, high];
}
