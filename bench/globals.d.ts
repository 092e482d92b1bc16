import type { Result } from './page/protocol';

/** What the bench's page offers. */
export interface Bench {
  /** Runs a contestant once, in a worker of its own. Rejects with what it threw. */
  run(contest: string, contestant: string): Promise<Result>;
}

/** What sliders.mjs sees of the built page: times as `performance.now()` tells them. */
export interface Seen {
  /** When the last complete trace arrived, and how many did. */
  complete: number;
  completes: number;
  /** When a line was first drawn on a canvas, and last in the plots of the runs; 0 before. */
  firstStroke: number;
  stroke: number;
  /** When load.mjs first saw a picture, and a control that can be used. */
  curve?: number;
  used?: number;
  /** The longest task of the main thread that took 50 ms or more, in milliseconds; 0 when there was none. */
  longest: number;
}

declare global {
  interface CanvasRenderingContext2D {
    /** `stroke` as the browser has it, where sliders.mjs watches the other. */
    plainStroke(...path: [] | [Path2D]): void;
  }
  interface Window {
    bench: Bench;
    seen: Seen;
  }
}
