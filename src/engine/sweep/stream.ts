import type { Grid } from './plan';
import type { SweepResult } from './types';

/** A growing picture is sent this often, in milliseconds: sending one of 512 x 512 takes the page a few. */
const EVERY_MS = 100;

/**
 * Lets a sweep run to its end and passes on what it finds: every grid when it is complete, and a growing one now and then.
 * @param final the last grid
 */
export function* streamed(steps: Iterable<SweepResult>, final: Grid, send: (result: SweepResult, last: boolean) => void): Generator<void, void> {
  let sent = performance.now();
  for (const result of steps) {
    const isComplete = result.done === result.height;
    if (isComplete || performance.now() - sent > EVERY_MS) {
      send(result, isComplete && result.width === final.width && result.height === final.height);
      sent = performance.now();
    }
    yield;
  }
}

/** Lets a sweep run to its end, and returns what it found last. */
export function* completed(steps: Iterable<SweepResult>): Generator<void, SweepResult> {
  let last: SweepResult | null = null;
  for (const result of steps) {
    last = result;
    yield;
  }
  if (!last) throw new RangeError('a sweep that found nothing');
  return last;
}
