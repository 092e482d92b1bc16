import type { ChunkWork } from './cost';
import { TEXEL_READ_COST, operationsOf } from './operations';
import { callResults } from './shaders';
import { sampleSetsOf } from '../loss/source';
import type { Plan, RunPlan } from '../plan/types';
import { gradientTexels, MAX_MERGED_ROWS } from './twoPass/shaders';
import type { EngineName } from '../trace/types';
import type { Group } from './work';

/** How the updates of a group are computed: a chunk in one draw, in two with checkpoints between, or each update in draws of its own. */
export type UpdateStrategy = ChunkWork &
  ({ readonly kind: 'direct' | 'checkpointed' } | { readonly kind: 'twoPass'; readonly batchSlices: number });

/** Most updates of a chunk: a draw must stay short even on a device that the cost model misjudges. */
const MAX_CHUNK = 1024;
/** Most parts of a batch whose gradients are summed separately: enough to occupy a GPU, few enough to be summed. */
const MAX_BATCH_SLICES = 64;

/**
 * Most evaluations of the problem in an update of two passes. The update reads a table for each, beside its state, runs and
 * coefficients, and a shader has 16 tables on any device that has WebGL 2. Rules with loops may have more of them.
 */
export const MAX_TWO_PASS_CALLS = 8;

/**
 * The strategies that an engine may use. The CPU repeats no updates, so it needs only the direct one; two-pass updates
 * only pay where a gradient is a sum over samples.
 */
export function strategiesFor(group: Group, engine: EngineName): [UpdateStrategy, ...UpdateStrategy[]] {
  const runs = group.members.map((i) => group.plan.runs[i] as RunPlan);
  const size = sizeOf(group.plan, runs);
  const [direct, checkpointed] = [directChunks(group, size), checkpointedChunks(group, size)];
  if (engine !== 'webgl') return [direct];
  const hasTwoPasses = group.plan.kind === 'data' && size.calls <= MAX_TWO_PASS_CALLS;
  return hasTwoPasses ? [direct, checkpointed, twoPassUpdates(group, size)] : [direct, checkpointed];
}

/** The size of one update of one run, at most or on average. */
interface UpdateSize {
  /** Texels of a gradient call's result. */
  readonly texels: number;
  /** Operations of the rule, and of a call for one sample, on average, including reading it. */
  readonly rule: number;
  readonly perSample: number;
  readonly calls: number;
  readonly visits: number;
}

function sizeOf({ kind, training }: Plan, runs: readonly RunPlan[]): UpdateSize {
  const step = runs[0]?.step;
  const next = step ? [...step.nextTheta, ...step.states.flatMap((state) => state.next)] : [];
  const asked = step?.calls.map(({ of }) => callResults(training, step, of)) ?? [];
  const calls = asked.length > 0 ? asked : [training.gradient];
  return {
    texels: step ? gradientTexels(step) : 1,
    rule: step ? operationsOf(step.step, next) : 0,
    calls: step?.calls.length ?? 1,
    perSample:
      calls.reduce((sum, results) => sum + operationsOf(training.graph, results), 0) / calls.length +
      (kind === 'data' ? TEXEL_READ_COST : 0),
    visits: runs.reduce((sum, run) => sum + visitsPerUpdate(run), 0) / runs.length,
  };
}

/** The visits of the first update, of which no later one has more; for a function one, which stands for its gradient. */
const visitsPerUpdate = (run: RunPlan): number =>
  run.kind === 'data' ? (run.batches.end[0] ?? 0) - (run.batches.start[0] ?? 0) : 1;

/** The rows, and the loss over each set of samples. */
const readingsPerChunk = (plan: Plan): number => 1 + sampleSetsOf(plan).length;

/** Every fragment makes all updates of the chunk up to its own row. */
const directChunks = (group: Group, size: UpdateSize): UpdateStrategy => ({
  kind: 'direct',
  maxUpdates: MAX_CHUNK,
  readsPerChunk: readingsPerChunk(group.plan),
  unreadDrawsPerChunk: 0,
  unreadDrawsPerUpdate: 0,
  operationsPerUpdate: 0,
  operationsPerPair: operationsPerRow(group, size),
  operationsPerRoot: 0,
});

/** About sqrt(n) checkpoints for n updates: a checkpoint takes n/2 updates on average, any other row sqrt(n)/2. */
const checkpointedChunks = (group: Group, size: UpdateSize): UpdateStrategy => ({
  kind: 'checkpointed',
  maxUpdates: MAX_CHUNK,
  readsPerChunk: readingsPerChunk(group.plan),
  unreadDrawsPerChunk: 1,
  unreadDrawsPerUpdate: 0,
  operationsPerUpdate: 0,
  operationsPerPair: 0,
  operationsPerRoot: operationsPerRow(group, size),
});

/** Operations of all fragments of a row for one update. */
const operationsPerRow = ({ members, layout }: Group, { rule, perSample, calls, visits }: UpdateSize): number =>
  members.length * layout.texels * (rule + TEXEL_READ_COST + calls * perSample * visits);

/** No update is repeated, but every fragment reads the whole row before, and every new row reads all slices. */
function twoPassUpdates(
  { plan, members, layout }: Group,
  { texels, rule, perSample, calls, visits }: UpdateSize,
): UpdateStrategy {
  const batchSlices = batchSlicesFor(visits);
  const row = layout.texels * TEXEL_READ_COST;
  const gradient = texels * (visits * (perSample + 4 * texels) + batchSlices * row);
  const update = layout.texels * (row + calls * texels * batchSlices * TEXEL_READ_COST + rule);
  const operationsPerUpdate =
    members.length * (calls * gradient + update + layout.texels * MAX_MERGED_ROWS * TEXEL_READ_COST);
  return {
    kind: 'twoPass',
    batchSlices,
    maxUpdates: MAX_MERGED_ROWS,
    readsPerChunk: readingsPerChunk(plan),
    unreadDrawsPerChunk: 1,
    unreadDrawsPerUpdate: calls + 1,
    operationsPerUpdate,
    operationsPerPair: 0,
    operationsPerRoot: 0,
  };
}

/**
 * More slices take less time each but more time to be summed. The number is a multiple of four because GPUs run 2 x 2
 * neighbours in lockstep, which then sum the same components.
 */
function batchSlicesFor(visits: number): number {
  const balanced = Math.sqrt(visits / 3);
  return balanced < 2 ? 1 : Math.min(MAX_BATCH_SLICES, 4 * Math.max(1, Math.round(balanced / 4)));
}
