/** Aim for what is drawn before the next look at the results, in milliseconds: far below what a weak GPU's watchdog allows. */
const DRAW_MS = 25;

/** What a chunk of updates asks of a device, by how many updates there are in it. */
export interface ChunkWork {
  /** Updates that a chunk may have at most. */
  readonly longest: number;
  /** Draws that are read back, however long the chunk: data problems need more than one, for the losses. */
  readonly reads: number;
  /** Draws that nothing waits for: so many a chunk, and so many an update. */
  readonly extra: number;
  readonly draws: number;
  /** Operations of all fragments for each update. */
  readonly perUpdate: number;
  /** Operations of all fragments for each update of a chunk and each one up to it. */
  readonly perPair: number;
  /** Operations of all fragments for each update, times the root of how many updates there are. */
  readonly perRoot: number;
}

/**
 * What work costs on a device, learnt as it goes, in milliseconds: `overhead` for a draw that is read back, `draw` for one that
 * is not, and so much for each operation of each fragment. The first figures are those of a software GPU.
 */
export class CostModel {
  readonly overhead = 0.35;
  readonly draw = 0.12;
  private perOperation = 1.2e-7;

  /** Updates a chunk: what grows faster than it weighs against what there is once a chunk. */
  chunk(work: ChunkWork, updates: number): number {
    const once = this.starting(work, 0);
    const square = (this.perOperation * work.perPair) / 2;
    const linear = this.draw * work.draws + this.perOperation * work.perUpdate + square;
    const rooted = this.perOperation * work.perRoot;
    const cheapest = Math.min(Math.sqrt(once / square), ((2 * once) / rooted) ** (2 / 3));
    // The positive root of square*c^2 + linear*c = DRAW_MS, written so that neither may be 0; and that of rooted*c^1.5 = DRAW_MS.
    const allowed = Math.min(
      (2 * DRAW_MS) / (linear + Math.sqrt(linear * linear + 4 * square * DRAW_MS)),
      (DRAW_MS / rooted) ** (2 / 3),
    );
    const most = Math.max(1, Math.min(work.longest, cheapest, allowed));
    // Chunks of one size, rather than a small rest at the end.
    return Math.ceil(updates / Math.ceil(updates / most));
  }

  /** Milliseconds that a chunk of so many updates should take. */
  expected(work: ChunkWork, updates: number): number {
    return this.starting(work, updates) + this.perOperation * operations(work, updates);
  }

  /** Of several ways to make so many updates, the cheapest. */
  cheapest<T extends ChunkWork>(ways: readonly [T, ...T[]], updates: number): T {
    const price = (work: T) => {
      const chunk = this.chunk(work, updates);
      return this.expected(work, chunk) / chunk;
    };
    return ways.reduce((best, work) => (price(work) < price(best) ? work : best));
  }

  /** Takes in how long some chunks took together. */
  learn(chunks: readonly { readonly work: ChunkWork; readonly updates: number }[], ms: number): void {
    const done = chunks.reduce((sum, { work, updates }) => sum + operations(work, updates), 0);
    const starting = chunks.reduce((sum, { work, updates }) => sum + this.starting(work, updates), 0);
    // Where starting and reading make up most of the time, it says nothing about operations.
    if (this.perOperation * done < starting) return;
    const seen = Math.max(0, ms - starting) / done;
    // Compiling a shader looks like a slow draw, so the figure may rise by little at a time, whatever was seen.
    this.perOperation = Math.min(Math.max(0.8 * this.perOperation + 0.2 * seen, 1e-10), 1.1 * this.perOperation);
  }

  private starting({ reads, extra, draws }: ChunkWork, updates: number): number {
    return this.overhead * reads + this.draw * (extra + draws * updates);
  }
}

const operations = ({ perUpdate, perPair, perRoot }: ChunkWork, updates: number): number =>
  updates * (perUpdate + ((updates + 1) * perPair) / 2 + Math.sqrt(updates) * perRoot);
