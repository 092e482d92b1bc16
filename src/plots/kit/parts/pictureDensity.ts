import { createContext } from 'react';

/**
 * Pixels of a picture for one CSS pixel, for plots that are drawn to make a picture of them; null for those on the screen,
 * whose density is the screen's.
 */
export const PictureDensity = createContext<number | null>(null);
