import type { EngineName } from '../trace/types';
import type { SweepPlan } from './plan';

/** Aim for a single draw, in milliseconds, where a script waits for the whole. */
const DRAW_MS = 50;
/** The same for what is on the screen: a newer request waits for it, and where one GPU draws both so does the page. */
export const SCREEN_DRAW_MS = 8;
/** Of starting a draw and reading it back, in milliseconds. */
const OVERHEAD_MS = 0.5;

/** How many runs fit into one draw, learnt from what the last ones took. */
export class TileCost {
  /** Milliseconds for an operation of an update of a run; at first those of a software GPU and of an interpreter. */
  private readonly perOperation: Record<EngineName, number> = { webgl: 1.5e-7, cpu: 5e-5, float64: 5e-5 };

  /** @param drawMs aim for a single draw, in milliseconds */
  constructor(private readonly drawMs = DRAW_MS) {}

  /** Runs that a draw may take; at least one. */
  runs(engine: EngineName, sweep: SweepPlan): number {
    return Math.max(1, Math.floor(this.drawMs / (this.perOperation[engine] * operationsPerRun(sweep))));
  }

  /** Takes in how long a draw took. */
  learn(engine: EngineName, sweep: SweepPlan, runs: number, ms: number): void {
    const known = this.perOperation[engine];
    const seen = Math.max(0, ms - OVERHEAD_MS) / (runs * operationsPerRun(sweep));
    // Compiling a shader looks like a slow draw; one surprise must not rule, nor may noise make draws free.
    this.perOperation[engine] = Math.min(Math.max((known + seen) / 2, known / 4, 1e-11), 1.5 * known);
  }
}

function operationsPerRun({ plan: { loss, data }, run }: SweepPlan): number {
  const rule = run.step.step.nodes.length;
  const gradients = run.step.calls.length * loss.graph.nodes.length;
  if (!data) return run.updates * (rule + gradients);
  // Every visit is a gradient, and at the end of every epoch the loss is looked at over all samples.
  return run.updates * rule + (gradients + loss.graph.nodes.length) * (run.batches?.samplesSeen.at(-1) ?? 0);
}
