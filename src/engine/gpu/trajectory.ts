import type { Tensor } from '@tensorflow/tfjs-core';
import type { Dataset } from '../../catalogue';
import { updateInputs } from '../../formula';
import type { ChunkWork, CostModel } from './cost';
import type { Device } from './device';
import { trainingLossOf } from '../samples/dropout';
import { advanceMarked, advanceWhole, type Chunk } from './marks';
import type { Group, LossesWork } from './work';
import type { Plan, RunPlan } from '../plan/types';
import { BATCH_FIELDS, rowLayout } from './shaders';
import { advanceSplit } from './split/advance';
import { LossEvaluator } from '../loss/evaluator';
import { padRecords } from './texels';
import { traceBuffers, finishTrace, rowsFrom, rowsOf, type TraceBuffers } from '../trace/trace';
import type { RunRows, RunTrace } from '../trace/types';
import { sampleTable, visitTable } from './visitTable';
import { waysOf, type Way } from './ways';

/** Expected work between two looks at the results, in milliseconds. */
const SLICE_MS = 20;
/** What is known so far is passed on this often, in milliseconds: to draw it takes the page as long as a slice takes here. */
const EVERY_MS = 40;

export interface Following {
  /** Called with the rows that are new since it was called, now and then, but for the last time. */
  readonly seen?: (runs: RunRows[]) => void;
  /** The trace of a run that has been run on this kind of device before. */
  readonly before?: (run: RunPlan) => RunTrace | undefined;
}

/**
 * Runs a plan on a device, a slice of work a step, and returns every trace. Within a slice all draws are issued before
 * the first result is read, for every read waits for the GPU. Throws ContextLostError.
 */
export function* runOnDevice(
  plan: Plan,
  device: Device,
  cost: CostModel,
  { seen, before }: Following = {},
): Generator<void, RunTrace[]> {
  const done = plan.runs.map((run) => before?.(run));
  const buffers = plan.runs.map((run, i) => (done[i] ? NO_ROWS : traceBuffers(plan, run)));
  const known = plan.runs.map(() => 0);
  const walks = groupsOf(plan, (i) => !done[i]).map((group) => new GroupWalk(group, device, buffers, known));
  const isDone = () => walks.every((walk) => walk.isDone());
  let shown = performance.now();
  let told = plan.runs.map(() => 0);
  try {
    while (!isDone()) {
      runSlice(walks, cost);
      if (seen && !isDone() && performance.now() - shown > EVERY_MS) {
        seen(
          plan.runs.map((run, i) =>
            newRows(run, done[i], buffers[i] as TraceBuffers, told[i] as number, known[i] as number),
          ),
        );
        told = plan.runs.map((_, i) => done[i]?.rows ?? (known[i] as number));
        shown = performance.now();
      }
      yield;
    }
  } finally {
    for (const walk of walks) walk.dispose();
  }
  return plan.runs.map((run, i) => done[i] ?? finishTrace(plan, run, buffers[i] as TraceBuffers, known[i] as number));
}

const NO_ROWS: TraceBuffers = {
  params: new Float64Array(),
  loss: new Float64Array(),
  validation: new Float64Array(),
  state: new Float64Array(),
};

/** Rows from `told` on, of a run that is over or of one that is on its way. */
const newRows = (
  run: RunPlan,
  done: RunTrace | undefined,
  buffers: TraceBuffers,
  told: number,
  known: number,
): RunRows => (done ? rowsFrom(done, told) : rowsOf(run, buffers, told, known));

/** Takes the groups in turn, so that all runs grow together. */
function runSlice(walks: readonly GroupWalk[], cost: CostModel): void {
  const started = performance.now();
  const draws: ReturnType<GroupWalk['draw']>[] = [];
  for (let expected = 0; expected < SLICE_MS && walks.some((walk) => !walk.isDone());) {
    for (const walk of walks) {
      if (walk.isDone()) continue;
      const drawn = walk.draw(cost);
      draws.push(drawn);
      expected += cost.expected(drawn.work, drawn.updates);
    }
  }
  for (const walk of walks) walk.collect();
  cost.learn(draws, performance.now() - started);
}

/**
 * The runs of a plan by what they share a program and a table of samples with: those of one rule, under the same dropout.
 * @param isWanted whether a run is among them
 */
export function groupsOf(plan: Plan, isWanted: (run: number) => boolean = () => true): Group[] {
  const groups: { readonly like: RunPlan; readonly members: number[] }[] = [];
  plan.runs.forEach((run, i) => {
    if (!isWanted(i)) return;
    const found = groups.find(({ like }) => like.step.rule === run.step.rule && like.dropout === run.dropout);
    if (found) found.members.push(i);
    else groups.push({ like: run, members: [i] });
  });
  return groups.map(({ like, members }) => ({
    plan: { ...plan, training: trainingLossOf(plan, like) },
    members,
    layout: rowLayout(like.step, plan.data !== null),
    updates: Math.max(...members.map((i) => (plan.runs[i] as RunPlan).updates)),
  }));
}

/** A chunk that was drawn and not yet read. */
interface Drawn {
  readonly chunk: Chunk;
  readonly rows: Tensor;
  /** One for each set of samples. */
  readonly losses: readonly Tensor[];
}

/** Samples that the loss of every row is averaged over: those that are trained on, then those that were kept back. */
interface SampleSet {
  readonly data: Dataset;
  readonly table: Tensor;
}

/** One group's way through its chunks. */
class GroupWalk {
  private readonly runs: readonly RunPlan[];
  private way: Way | null = null;
  private tables: Record<string, Tensor> = {};
  private samples: readonly SampleSet[] = [];
  private state: Tensor | null = null;
  private stateCount = 1;
  private first = 0;
  private drawn: Drawn[] = [];

  constructor(
    private readonly group: Group,
    private readonly device: Device,
    private readonly buffers: readonly TraceBuffers[],
    private readonly known: number[],
  ) {
    this.runs = group.members.map((i) => group.plan.runs[i] as RunPlan);
    this.begin();
  }

  isDone(): boolean {
    return this.first >= this.group.updates;
  }

  /** Issues the next chunk, in the way that is the cheapest for all of them. */
  draw(cost: CostModel): { readonly work: ChunkWork; readonly updates: number } {
    const { group, device, first } = this;
    const left = group.updates - first;
    // Decided once: another way for the rest would compile other shaders.
    this.way ??= cost.cheapest(waysOf(group, device.status.engine), group.updates);
    const { way } = this;
    const count = Math.min(cost.chunk(way, left), left);
    const chunk = { group, first, count };
    const rows = this.advance(way, chunk);
    const losses = this.samples.map(({ data, table }) =>
      device.run(this.lossesWork(data, count), { State: rows, Samples: table }),
    );
    if (this.drawn.length === 0) this.state?.dispose();
    this.drawn.push({ chunk, rows, losses });
    this.state = rows;
    this.stateCount = count;
    this.first += count;
    return { work: way, updates: count };
  }

  private advance(way: Way, chunk: Chunk): Tensor {
    const { device, tables } = this;
    const start = { table: this.state as Tensor, count: this.stateCount };
    switch (way.kind) {
      case 'whole':
        return advanceWhole(device, chunk, start, tables);
      case 'marked':
        return advanceMarked(device, chunk, start, tables);
      case 'split':
        return advanceSplit(device, { ...chunk, slices: way.slices }, start, tables);
    }
  }

  /** Reads what was drawn, oldest first. */
  collect(): void {
    const { device, group } = this;
    for (const {
      chunk: { first, count },
      rows,
      losses,
    } of this.drawn) {
      const values = device.read(rows, { kernel: 'rows', group, count });
      const lossValues = losses.map((tensor, k) =>
        device.read(tensor, this.lossesWork((this.samples[k] as SampleSet).data, count)),
      );
      this.store(values, lossValues, first + 1, count);
      for (const tensor of losses) tensor.dispose();
      if (rows !== this.state) rows.dispose();
    }
    this.drawn = [];
    if (group.members.every((member) => this.hasBroken(member))) this.first = group.updates;
  }

  /** A run whose last known row is not finite has nothing more to tell. */
  private hasBroken(member: number): boolean {
    const { params } = this.buffers[member] as TraceBuffers;
    const n = this.group.layout.parameters;
    const end = (this.known[member] as number) * n;
    return !params.subarray(end - n, end).every(Number.isFinite);
  }

  dispose(): void {
    const kept = [
      this.state,
      ...this.samples.map(({ table }) => table),
      ...Object.values(this.tables),
      ...this.drawn.flatMap(({ rows, losses }) => [rows, ...losses]),
    ];
    for (const tensor of new Set(kept)) tensor?.dispose();
  }

  /** Uploads the tables and records row 0. */
  private begin(): void {
    const { group, device, runs } = this;
    const { plan, layout } = group;
    const { data } = plan;
    const sets = data ? [data, ...(data.validation ? [data.validation] : [])] : [];
    const evaluator = new LossEvaluator(plan, 'float32');
    const starts = runs.map((run) => Float32Array.from(run.start));
    const lossOf = (point: Float32Array) => (data ? 0 : evaluator.lossAt(point));
    const kept = layout.parameters + layout.states;
    const start = padRecords(runs.length, layout.texels * 4, (k, i) => {
      const run = runs[k] as RunPlan;
      if (i < layout.parameters) return run.start[i] as number;
      return (
        i < kept ? run.startState[i - layout.parameters] : i === kept ? lossOf(starts[k] as Float32Array) : 0
      ) as number;
    });
    this.state = device.upload(start);
    this.tables = {
      Runs: device.upload(runTable(plan, runs)),
      Schedule: device.upload(scheduleTable(plan, runs, group.updates)),
      ...(data ? { Data: device.upload(visitTable(data, ordersOf(runs), runs[0]?.dropout ?? null)) } : {}),
    };
    this.samples = sets.map((set) => ({ data: set, table: device.upload(sampleTable(set)) }));
    this.store(
      start,
      sets.map((set) => Float32Array.from(starts, (point) => evaluator.lossOver(set, point))),
      0,
      1,
    );
  }

  private lossesWork(data: Dataset, count: number): LossesWork {
    return { kernel: 'losses', group: this.group, data, rows: this.group.members.length * count };
  }

  /** Copies `count` rows a run into the buffers, from row `row` on. */
  private store(values: Float32Array, [losses, kept]: readonly Float32Array[], row: number, count: number): void {
    const { parameters, states, texels } = this.group.layout;
    this.group.members.forEach((member, k) => {
      const { params, state, loss, validation } = this.buffers[member] as TraceBuffers;
      const rows = Math.min(count, (this.runs[k] as RunPlan).updates + 1 - row);
      for (let i = 0; i < rows; i += 1) {
        const at = (i * this.runs.length + k) * texels * 4;
        for (let j = 0; j < parameters; j += 1) params[(row + i) * parameters + j] = values[at + j] as number;
        for (let j = 0; j < states; j += 1) state[(row + i) * states + j] = values[at + parameters + j] as number;
        loss[row + i] = (losses ? losses[i * this.runs.length + k] : values[at + parameters + states]) as number;
        if (kept) validation[row + i] = kept[i * this.runs.length + k] as number;
      }
      if (rows > 0) this.known[member] = row + rows;
    });
  }
}

function runTable({ data, constants }: Plan, runs: readonly RunPlan[]): Float32Array {
  const own = data ? 0 : constants.length;
  const fixed = runs[0]?.fixed.length ?? 0;
  return padRecords(runs.length, own + fixed, (k, i) => (i < own ? constants[i] : runs[k]?.fixed[i - own]) as number);
}

/** One record an update a run: the schedule's numbers, then for data the visits and weights of its batch. */
function scheduleTable({ data }: Plan, runs: readonly RunPlan[], updates: number): Float32Array {
  const own = runs[0] ? updateInputs(runs[0].step).length : 0;
  const offsets = visitOffsets(runs);
  return padRecords(runs.length * updates, own + (data ? BATCH_FIELDS : 0), (record, i) => {
    const run = runs[Math.floor(record / updates)] as RunPlan;
    const update = record % updates;
    if (update >= run.updates) return 0;
    if (i < own) return run.perUpdate[update * own + i] as number;
    const { start, tailStart, end, headWeight, tailWeight } = run.batches as NonNullable<RunPlan['batches']>;
    const value = [start, tailStart, end, headWeight, tailWeight][i - own]?.[update] as number;
    return i - own < VISIT_FIELDS ? value + (offsets.get(run.visits) as number) : value;
  });
}

/** Of a batch's fields, those that count visits. */
const VISIT_FIELDS = 3;

/** Where the visits of each run begin in the table of visits; runs that share an order share its place. */
function visitOffsets(runs: readonly RunPlan[]): Map<Int32Array, number> {
  const offsets = new Map<Int32Array, number>();
  let end = 0;
  for (const { visits } of runs) {
    if (offsets.has(visits)) continue;
    offsets.set(visits, end);
    end += visits.length;
  }
  return offsets;
}

/** The visits of all runs, end to end. */
function ordersOf(runs: readonly RunPlan[]): Int32Array {
  const orders = [...visitOffsets(runs).keys()];
  return orders.length === 1 ? (orders[0] as Int32Array) : Int32Array.from(orders.flatMap((order) => [...order]));
}
