import type { Grid } from './plan';
import { measuresAsked, partOf } from './parts';
import type { SweepPart, SweepRequest, SweepResult } from './types';

/** What is new of a growing picture is sent this often, in milliseconds: the page draws it then. */
const EVERY_MS = 200;

/**
 * Lets a sweep run to its end and passes on what it finds: every grid when it is complete, and of a growing one what is new
 * of it now and then.
 * @param request what is swept; its last grid is the one that was asked for
 */
export function* streamed(
  steps: Iterable<SweepResult>,
  request: Grid & Pick<SweepRequest, 'only'>,
  send: (part: SweepPart, last: boolean) => void,
): Generator<void, void> {
  const asked = measuresAsked(request);
  let sent = performance.now();
  let told = 0;
  for (const result of steps) {
    const isComplete = result.done === result.height;
    if (isComplete || performance.now() - sent > EVERY_MS) {
      send(
        partOf(result, told, asked),
        isComplete && result.width === request.width && result.height === request.height,
      );
      sent = performance.now();
      told = isComplete ? 0 : result.done;
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
