import { pictureStore } from '../stores/pictureStore';
import { screenStore, showOnScreen } from '../stores/screenStore';
import { currentStep, goTo, lastStep } from './transport';

export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** At speed 1 a whole run takes this long, be it ten updates or ten thousand. */
const SECONDS_PER_RUN = 10;

/**
 * Moves the transport while the screen says that it plays. It lives outside React, once per page, so that nothing
 * is stepped twice. The position is kept in fractions of a step here; the screen only ever sees whole steps.
 */
export function drivePlayback(): () => void {
  let frame: number | null = null;
  let position = 0;
  let before = 0;

  const advance = (now: number) => {
    const end = lastStep(pictureStore.getState().trace);
    // Someone moved the transport since the last frame: go on from there.
    if (Math.floor(position) !== currentStep()) position = currentStep();
    position += ((now - before) / 1000) * (end / SECONDS_PER_RUN) * screenStore.getState().speed;
    before = now;
    goTo(Math.floor(position));
    if (position >= end) showOnScreen({ playing: false });
    frame = screenStore.getState().playing ? requestAnimationFrame(advance) : null;
  };

  const follow = () => {
    const { playing } = screenStore.getState();
    if (playing === (frame !== null)) return;
    if (!playing && frame !== null) {
      cancelAnimationFrame(frame);
      frame = null;
    } else if (playing) {
      position = currentStep();
      before = performance.now();
      frame = requestAnimationFrame(advance);
    }
  };

  const stop = screenStore.subscribe(follow);
  return () => {
    stop();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}
