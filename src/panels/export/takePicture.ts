import { capture } from '../../exports/picture/capture';
import type { Picture, Print } from '../../exports/picture/picture';
import type { PrintChoice } from './print';

export const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Frames after which a plot that is still empty has nothing to show. */
const MOST_FRAMES = 120;

/** Resolves when all plots in an element have been measured and painted. */
export async function whenPainted(studio: HTMLElement): Promise<void> {
  const isEmpty = () => [...studio.querySelectorAll('.plot')].some(({ childElementCount }) => childElementCount === 0);
  for (let i = 0; i < MOST_FRAMES && isEmpty(); i += 1) await nextFrame();
  // Measuring again after a change of the size takes two.
  for (let i = 0; i < 3; i += 1) await nextFrame();
}

interface Taken {
  readonly picture: Picture;
  readonly print: Print;
}

/** The figure in the studio as it is now, and what it is to be printed as. */
export const takePicture = (studio: HTMLElement, { width, height, isTransparent }: PrintChoice): Taken => ({
  picture: capture(studio),
  print: { width, height, paper: isTransparent ? null : getComputedStyle(studio).backgroundColor },
});
