import type { ChunkWork } from './cost';
import { FETCH, operationsOf } from './operations';
import type { Plan, RunPlan } from './plan';
import { ROWS_TOGETHER } from './split/shaders';
import { texelsFor } from './texels';
import type { EngineName } from './types';
import type { Group } from './work';

/** A way to make the updates of a group: whole chunks in one draw, or update by update in draws of their own. */
export interface Way extends ChunkWork {
  /** Slices of a batch, for updates in draws of their own; null for whole chunks. */
  readonly slices: number | null;
}

/** Longest chunk: one draw must stay short even on a device that the cost model misjudges. */
const MAX_CHUNK = 1024;
/** Slices of a batch whose gradients are added up on their own: enough to occupy a GPU, few enough to be added up. */
const MAX_SLICES = 64;

/** The ways that there are on an engine. Split updates only pay where a gradient is a sum over data. */
export function waysOf(group: Group, engine: EngineName): [Way, ...Way[]] {
  const runs = group.members.map((i) => group.plan.runs[i] as RunPlan);
  const size = sizeOf(group.plan, runs);
  const whole = wholeChunks(group, size);
  return group.plan.data && engine === 'webgl' ? [whole, splitUpdates(group, size)] : [whole];
}

/** What one update of one run asks for, at most or on average. */
interface UpdateSize {
  /** Operations of the rule, and of the gradient for one sample with its reading. */
  readonly rule: number;
  readonly perSample: number;
  readonly calls: number;
  readonly visits: number;
}

function sizeOf({ training, data }: Plan, runs: readonly RunPlan[]): UpdateSize {
  const step = runs[0]?.step;
  const next = step ? [...step.nextTheta, ...step.states.flatMap((state) => state.next)] : [];
  return {
    rule: step ? operationsOf(step.step, next) : 0,
    calls: step?.calls.length ?? 1,
    perSample: operationsOf(training.graph, training.gradient) + (data ? FETCH : 0),
    visits: data ? runs.reduce((sum, run) => sum + visitsPerUpdate(run), 0) / runs.length : 1,
  };
}

/** The most that one update has: of the first, for no later one has more. */
const visitsPerUpdate = ({ batches }: RunPlan): number => (batches?.end[0] ?? 0) - (batches?.start[0] ?? 0);

const readsOf = ({ data }: Plan): number => 1 + (data ? 1 : 0) + (data?.validation ? 1 : 0);

/** Every fragment repeats the updates before its own. */
function wholeChunks({ plan, members, layout }: Group, { rule, perSample, calls, visits }: UpdateSize): Way {
  const fragments = members.length * layout.texels;
  const perPair = fragments * (rule + FETCH + calls * perSample * visits);
  return { slices: null, longest: MAX_CHUNK, reads: readsOf(plan), draws: 0, perUpdate: 0, perPair };
}

/** No fragment repeats an update, but every one reads all of the row before, and a new row is made of all slices. */
function splitUpdates({ plan, members, layout }: Group, { rule, perSample, calls, visits }: UpdateSize): Way {
  const slices = slicesFor(visits);
  const parts = texelsFor(layout.parameters);
  const row = layout.texels * FETCH;
  const gradient = parts * (visits * (perSample + 4 * parts) + slices * row);
  const update = layout.texels * (row + calls * parts * slices * FETCH + rule);
  const perUpdate = members.length * (calls * gradient + update + layout.texels * ROWS_TOGETHER * FETCH);
  return { slices, longest: ROWS_TOGETHER, reads: readsOf(plan), draws: calls + 1, perUpdate, perPair: 0 };
}

/**
 * The time to go through a slice falls with the number of slices, that of adding them up grows with it. A multiple of four:
 * GPUs run 2 x 2 neighbours in step, which then add up the same components.
 */
function slicesFor(visits: number): number {
  const balanced = Math.sqrt(visits / 3);
  return balanced < 2 ? 1 : Math.min(MAX_SLICES, 4 * Math.max(1, Math.round(balanced / 4)));
}
