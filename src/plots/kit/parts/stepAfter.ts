import type { KeyboardEvent } from 'react';

/** The step that a key moves to from `step`, ten times as far with shift; null where the key does not move along the steps. */
export function stepAfter(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>, step: number, last: number): number | null {
  const by = event.shiftKey ? 10 : 1;
  const goal = { ArrowLeft: step - by, ArrowRight: step + by, Home: 0, End: last }[event.key];
  return goal === undefined || last < 0 ? null : Math.max(0, Math.min(goal, last));
}
