import type { EngineName } from '../trace/types';
import type { SweepPlan } from './plan';

/** Aim for a single draw of a script's sweep, in milliseconds. */
const DRAW_MS = 50;
/** The same for the screen, where newer requests and the frames of the page wait for the draw. */
export const SCREEN_DRAW_MS = 8;
/** Milliseconds to start a draw and to read it back. */
const OVERHEAD_MS = 0.5;

/** Estimates how many runs fit into one draw, and learns from measurements. */
export class TileCost {
  /** Milliseconds per operation of an update of a run; the initial figures are those of a software GPU and of a CPU. */
  private readonly perOperation: Record<EngineName, number> = { webgl: 1.5e-7, cpu: 5e-5, float64: 5e-5 };

  /** @param drawMs aim for a single draw, in milliseconds */
  constructor(private readonly drawMs = DRAW_MS) {}

  /** Runs of one draw; at least one. */
  runs(engine: EngineName, sweep: SweepPlan): number {
    return Math.max(1, Math.floor(this.drawMs / (this.perOperation[engine] * operationsPerRun(sweep))));
  }

  /** Adjusts the estimate to the measured time of a draw. */
  learn(engine: EngineName, sweep: SweepPlan, runs: number, ms: number): void {
    const before = this.perOperation[engine];
    const measured = Math.max(0, ms - OVERHEAD_MS) / (runs * operationsPerRun(sweep));
    // Compiling a shader looks like a slow draw, so one measurement changes the estimate by a limited factor.
    this.perOperation[engine] = Math.min(Math.max((before + measured) / 2, before / 4, 1e-11), 1.5 * before);
  }
}

function operationsPerRun({ plan: { loss }, run }: SweepPlan): number {
  const rule = run.step.step.nodes.length;
  const gradients = run.step.calls.length * loss.graph.nodes.length;
  if (run.kind === 'function') return run.updates * (rule + gradients);
  // A gradient for every visit, and the loss over all samples at the end of every epoch.
  return run.updates * rule + (gradients + loss.graph.nodes.length) * (run.batches.samplesSeen.at(-1) ?? 0);
}
