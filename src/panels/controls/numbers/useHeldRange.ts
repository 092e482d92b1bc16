import { useState } from 'react';
import type { SliderRange } from './scales';

/**
 * The range of a slider whose range may change by itself. Between `onGrasp` and `onRelease` it stays that of the drag's
 * beginning: otherwise the thumb would move away from under the pointer.
 */
export function useHeldRange(now: SliderRange) {
  const [held, setHeld] = useState<SliderRange | null>(null);
  return { scale: held ?? now, onGrasp: () => setHeld(now), onRelease: () => setHeld(null) };
}
