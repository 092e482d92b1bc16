import { screenDefaults } from '../../experiment';
import { openingState } from '../../lessons/opening';
import { edit } from '../stores/experimentStore';
import { wantsLessMotion } from '../stores/lessMotion';
import { setScreen } from '../stores/screenStore';

/** At this speed a path takes two and a half seconds. */
const OPENING_SPEED = 4;

/** Shows a stop of the opening: its path comes to life, or stands there at once for those who asked for less motion. */
export function openOpening(index: number): void {
  const { experiment, ...screen } = openingState(index);
  const isStill = wantsLessMotion();
  edit(experiment);
  // On a phone the page may have been scrolled to the question.
  scrollTo({ top: 0 });
  setScreen({
    ...screenDefaults,
    ...screen,
    step: isStill ? null : 0,
    playing: !isStill,
    speed: OPENING_SPEED,
    hovered: null,
  });
}
