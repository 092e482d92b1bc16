import type { ChunkWork } from './cost';
import { FETCH, operationsOf } from './operations';
import type { Plan, RunPlan } from '../plan/types';
import { ROWS_TOGETHER } from './split/shaders';
import { texelsFor } from './texels';
import type { EngineName } from '../trace/types';
import type { Group } from './work';

/** A way to make the updates of a group: chunks in one draw, chunks in two with marks (marks.ts), or updates in draws of their own. */
export type Way = ChunkWork &
  ({ readonly kind: 'whole' | 'marked' } | { readonly kind: 'split'; /** Of a batch. */ readonly slices: number });

/** Longest chunk: one draw must stay short even on a device that the cost model misjudges. */
const MAX_CHUNK = 1024;
/** Slices of a batch whose gradients are added up on their own: enough to occupy a GPU, few enough to be added up. */
const MAX_SLICES = 64;

/** The ways that there are on an engine. On a processor nothing is repeated; split updates only pay where a gradient is a sum over data. */
export function waysOf(group: Group, engine: EngineName): [Way, ...Way[]] {
  const runs = group.members.map((i) => group.plan.runs[i] as RunPlan);
  const size = sizeOf(group.plan, runs);
  const [whole, marked] = [wholeChunks(group, size), markedChunks(group, size)];
  if (engine !== 'webgl') return [whole];
  return group.plan.data ? [whole, marked, splitUpdates(group, size)] : [whole, marked];
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

/** Every fragment repeats the updates of the chunk before its own. */
const wholeChunks = (group: Group, size: UpdateSize): Way => ({
  kind: 'whole',
  longest: MAX_CHUNK,
  reads: readsOf(group.plan),
  extra: 0,
  draws: 0,
  perUpdate: 0,
  perPair: walking(group, size),
  perRoot: 0,
});

/** Of the marks, about the root of a chunk's updates, every one repeats half of the updates; of the others, every one half of that root. */
const markedChunks = (group: Group, size: UpdateSize): Way => ({
  kind: 'marked',
  longest: MAX_CHUNK,
  reads: readsOf(group.plan),
  extra: 1,
  draws: 0,
  perUpdate: 0,
  perPair: 0,
  perRoot: walking(group, size),
});

/** Operations of the fragments of a row for one update. */
const walking = ({ members, layout }: Group, { rule, perSample, calls, visits }: UpdateSize): number =>
  members.length * layout.texels * (rule + FETCH + calls * perSample * visits);

/** No fragment repeats an update, but every one reads all of the row before, and a new row is made of all slices. */
function splitUpdates({ plan, members, layout }: Group, { rule, perSample, calls, visits }: UpdateSize): Way {
  const slices = slicesFor(visits);
  const parts = texelsFor(layout.parameters);
  const row = layout.texels * FETCH;
  const gradient = parts * (visits * (perSample + 4 * parts) + slices * row);
  const update = layout.texels * (row + calls * parts * slices * FETCH + rule);
  const perUpdate = members.length * (calls * gradient + update + layout.texels * ROWS_TOGETHER * FETCH);
  return {
    kind: 'split',
    slices,
    longest: ROWS_TOGETHER,
    reads: readsOf(plan),
    extra: 1,
    draws: calls + 1,
    perUpdate,
    perPair: 0,
    perRoot: 0,
  };
}

/**
 * The time to go through a slice falls with the number of slices, that of adding them up grows with it. A multiple of four:
 * GPUs run 2 x 2 neighbours in step, which then add up the same components.
 */
function slicesFor(visits: number): number {
  const balanced = Math.sqrt(visits / 3);
  return balanced < 2 ? 1 : Math.min(MAX_SLICES, 4 * Math.max(1, Math.round(balanced / 4)));
}
