/** Milliseconds that work may take before it lets what arrived meanwhile come first. */
const LENGTH_MS = 10;

/** Tells work that goes on in between other work when to pause. */
export class Slice {
  private since = performance.now();

  /** Whether it is time to pause; a new slice begins with the answer. */
  isOver(): boolean {
    const now = performance.now();
    if (now - this.since < LENGTH_MS) return false;
    this.since = now;
    return true;
  }
}

/** What tells work when to pause. */
export type Pauses = Pick<Slice, 'isOver'>;

/** For those who wait for the result. */
export const NEVER: Pauses = { isOver: () => false };

/** Takes all steps of some work at once. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
