import type { Grid } from './plan';
import { measuresAsked, partOf } from './parts';
import type { SweepPart, SweepRequest, SweepResult } from './types';

/** Milliseconds between two parts of a growing grid. */
const SEND_INTERVAL_MS = 200;

/**
 * Runs a sweep to its end and sends its results: every grid when it is complete, and new rows of a growing one periodically.
 * @param request the size of the last grid, and which measures to send
 */
export function* streamSweep(
  steps: Iterable<SweepResult>,
  request: Grid & Pick<SweepRequest, 'only'>,
  send: (part: SweepPart, last: boolean) => void,
): Generator<void, void> {
  const asked = measuresAsked(request);
  let lastSent = performance.now();
  let rowsSent = 0;
  for (const result of steps) {
    const isComplete = result.done === result.height;
    if (isComplete || performance.now() - lastSent > SEND_INTERVAL_MS) {
      send(
        partOf(result, rowsSent, asked),
        isComplete && result.width === request.width && result.height === request.height,
      );
      lastSent = performance.now();
      rowsSent = isComplete ? 0 : result.done;
    }
    yield;
  }
}

/** Runs a sweep to its end and returns its last result. */
export function* completeSweep(steps: Iterable<SweepResult>): Generator<void, SweepResult> {
  let last: SweepResult | null = null;
  for (const result of steps) {
    last = result;
    yield;
  }
  if (!last) throw new RangeError('the sweep has no result');
  return last;
}
