/** Milliseconds of work between two pauses, in which messages that arrived meanwhile are handled. */
const SLICE_MS = 10;

/** Tells a long computation when to pause for other work. */
export class TimeSlice {
  private since = performance.now();

  /** Whether it is time to pause; if so, a new slice begins. */
  isTimeUp(): boolean {
    const now = performance.now();
    if (now - this.since < SLICE_MS) return false;
    this.since = now;
    return true;
  }
}

/** Tells a computation when to pause. */
export type PauseSignal = Pick<TimeSlice, 'isTimeUp'>;

/** For a computation that runs to its end without a pause. */
export const NEVER_PAUSE: PauseSignal = { isTimeUp: () => false };

/** Runs a generator to its end and returns its result. */
export function runToEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
