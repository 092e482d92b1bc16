import { detectAll } from 'jschardet';
import type { Detector } from './encodings';

/** jschardet's guesses. It is large, so only files in older encodings load it. */
export const detect: Detector = (bytes) => detectAll(bytes).flatMap(({ encoding }) => encoding ?? []);
