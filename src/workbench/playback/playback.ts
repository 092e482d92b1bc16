import { resultStore } from '../stores/resultStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { hidePosition, showPosition } from './position';
import { currentStep, goTo, lastStep } from './transport';

export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** Seconds that a whole run takes at speed 1, whatever its number of updates. */
const SECONDS_PER_RUN = 10;

/** The most seconds that are counted between two frames: a page that was in the background for an hour plays on where it was. */
const LONGEST_FRAME_S = 1;

/**
 * Moves the transport while `playing` is true. It runs outside React, once per page, so that no frame is counted twice.
 * The position is kept here in fractions of a step; the screen state has whole steps only.
 */
export function drivePlayback(): () => void {
  let frame: number | null = null;
  let position = 0;
  let lastFrame = 0;

  const advance = (now: number) => {
    const { trace, landscape } = resultStore.getState();
    // Nothing moves before there is a picture to move in.
    if (trace === null || landscape === null) {
      lastFrame = now;
      frame = requestAnimationFrame(advance);
      return;
    }
    const end = lastStep(trace);
    // The user moved the transport since the last frame: continue from there.
    if (Math.floor(position) !== currentStep()) position = currentStep();
    const seconds = Math.min((now - lastFrame) / 1000, LONGEST_FRAME_S);
    position += seconds * (end / SECONDS_PER_RUN) * screenStore.getState().speed;
    lastFrame = now;
    goTo(Math.floor(position));
    showPosition(position, end);
    if (position >= end) setScreen({ playing: false });
    frame = screenStore.getState().playing ? requestAnimationFrame(advance) : null;
    if (frame === null) hidePosition();
  };

  const follow = () => {
    const { playing } = screenStore.getState();
    if (playing === (frame !== null)) return;
    if (!playing && frame !== null) {
      cancelAnimationFrame(frame);
      frame = null;
      hidePosition();
    } else if (playing) {
      position = currentStep();
      lastFrame = performance.now();
      frame = requestAnimationFrame(advance);
    }
  };

  const stop = screenStore.subscribe(follow);
  follow();
  return () => {
    stop();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}
