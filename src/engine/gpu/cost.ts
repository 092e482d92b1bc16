/** Aim for the draws of a chunk, in milliseconds: far below what the watchdog of a weak GPU allows. */
const DRAW_MS = 25;

/** What computing a chunk of updates costs, as a function of how many updates it has. */
export interface ChunkWork {
  /** Most updates of a chunk. */
  readonly maxUpdates: number;
  /** Draws that are read back, per chunk: data problems need more than one, for the losses. */
  readonly readsPerChunk: number;
  /** Draws that are not read back, per chunk and per update. */
  readonly unreadDrawsPerChunk: number;
  readonly unreadDrawsPerUpdate: number;
  /** Operations of all fragments for each update. */
  readonly operationsPerUpdate: number;
  /** Operations of all fragments for each pair of an update and one that is not later. */
  readonly operationsPerPair: number;
  /** Operations of all fragments for each update, times the square root of the number of updates. */
  readonly operationsPerRoot: number;
}

/**
 * Estimates the milliseconds of work on a device: `overhead` for each draw that is read back, `draw` for each that is
 * not, and `perOperation`, which is learnt from measurements. The initial figures are those of a software GPU.
 */
export class CostModel {
  readonly overhead = 0.35;
  readonly draw = 0.12;
  private perOperation = 1.2e-7;

  /** Updates per chunk at which the costs per chunk and the costs that grow faster than the chunk balance. */
  chunk(work: ChunkWork, updates: number): number {
    const once = this.starting(work, 0);
    const square = (this.perOperation * work.operationsPerPair) / 2;
    const linear = this.draw * work.unreadDrawsPerUpdate + this.perOperation * work.operationsPerUpdate + square;
    const rooted = this.perOperation * work.operationsPerRoot;
    const cheapest = Math.min(Math.sqrt(once / square), ((2 * once) / rooted) ** (2 / 3));
    // The positive root of square*c^2 + linear*c = DRAW_MS, in a form in which either may be 0; and that of rooted*c^1.5 = DRAW_MS.
    const allowed = Math.min(
      (2 * DRAW_MS) / (linear + Math.sqrt(linear * linear + 4 * square * DRAW_MS)),
      (DRAW_MS / rooted) ** (2 / 3),
    );
    const most = Math.max(1, Math.min(work.maxUpdates, cheapest, allowed));
    // Chunks of equal size, rather than a small one at the end.
    return Math.ceil(updates / Math.ceil(updates / most));
  }

  /** Estimated milliseconds of a chunk with this many updates. */
  expected(work: ChunkWork, updates: number): number {
    return this.starting(work, updates) + this.perOperation * operations(work, updates);
  }

  /** The cheapest of several strategies to make this many updates. */
  cheapest<T extends ChunkWork>(strategies: readonly [T, ...T[]], updates: number): T {
    const price = (work: T) => {
      const chunk = this.chunk(work, updates);
      return this.expected(work, chunk) / chunk;
    };
    return strategies.reduce((best, work) => (price(work) < price(best) ? work : best));
  }

  /** Adjusts `perOperation` to the measured time of some chunks together. */
  learn(chunks: readonly { readonly work: ChunkWork; readonly updates: number }[], ms: number): void {
    const done = chunks.reduce((sum, { work, updates }) => sum + operations(work, updates), 0);
    const starting = chunks.reduce((sum, { work, updates }) => sum + this.starting(work, updates), 0);
    // Where draws and readings take most of the time, it says nothing about operations.
    if (this.perOperation * done < starting) return;
    const measured = Math.max(0, ms - starting) / done;
    // Compiling a shader looks like a slow draw, so one measurement may raise the figure by a tenth at most.
    this.perOperation = Math.min(Math.max(0.8 * this.perOperation + 0.2 * measured, 1e-10), 1.1 * this.perOperation);
  }

  private starting({ readsPerChunk, unreadDrawsPerChunk, unreadDrawsPerUpdate }: ChunkWork, updates: number): number {
    return this.overhead * readsPerChunk + this.draw * (unreadDrawsPerChunk + unreadDrawsPerUpdate * updates);
  }
}

const operations = (
  { operationsPerUpdate, operationsPerPair, operationsPerRoot }: ChunkWork,
  updates: number,
): number =>
  updates * (operationsPerUpdate + ((updates + 1) * operationsPerPair) / 2 + Math.sqrt(updates) * operationsPerRoot);
