/** Milliseconds that work may take before it lets what arrived meanwhile come first. */
const SLICE_MS = 10;

/** Tells work that goes on in between other work when to pause. */
export class TimeSlice {
  private since = performance.now();

  /** Whether it is time to pause; a new slice begins with the answer. */
  isTimeUp(): boolean {
    const now = performance.now();
    if (now - this.since < SLICE_MS) return false;
    this.since = now;
    return true;
  }
}

/** What tells work when to pause. */
export type PauseSignal = Pick<TimeSlice, 'isTimeUp'>;

/** For those who wait for the result. */
export const NEVER_PAUSE: PauseSignal = { isTimeUp: () => false };

/** Takes all steps of some work at once. */
export function runToEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
