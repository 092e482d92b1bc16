import type { Tensor } from '@tensorflow/tfjs-core';
import type { Dataset } from '../../catalogue';
import { updateInputs } from '../../formula';
import type { ChunkWork, CostModel } from './cost';
import type { Device } from './device';
import { sampleSetsOf } from '../loss/source';
import { dropoutOf, trainingLossOf } from '../samples/updateSamples';
import { advanceCheckpointed, advanceDirect, type Chunk } from './checkpoints';
import type { Group, LossesWork } from './work';
import type { DataRunPlan, Plan, RunPlan } from '../plan/types';
import { BATCH_FIELDS, rowLayout } from './shaders';
import { advanceTwoPass } from './twoPass/advance';
import { LossEvaluator } from '../loss/evaluator';
import { rowByRow } from '../float64/rowByRow';
import { padRecords } from './texels';
import { traceBuffers, finishTrace, rowsFrom, rowsOf, type TraceBuffers } from '../trace/trace';
import type { RunRows, RunTrace } from '../trace/types';
import { batchField, sampleTable, visitTable } from './visitTable';
import { strategiesFor, type UpdateStrategy } from './strategies';

/** Expected milliseconds of draws that are issued before their results are read. */
const SLICE_MS = 20;
/** Milliseconds between two calls of `onRows`: the page takes about as long to paint new rows as a slice takes here. */
const SEND_INTERVAL_MS = 40;

export interface DeviceRunOptions {
  /** Called periodically with new rows; not for the last ones, which the result holds. */
  readonly onRows?: (runs: RunRows[]) => void;
  /** The trace of a run that this kind of device has computed before. */
  readonly previousTrace?: (run: RunPlan) => RunTrace | undefined;
}

/**
 * Runs a plan on a device, and runs with a precision of their own on the processor, one slice of work per step, and returns every trace. Within a slice all draws are issued
 * before the first result is read, because every reading waits for the GPU. Throws ContextLostError.
 */
export function* runOnDevice(
  plan: Plan,
  device: Device,
  cost: CostModel,
  { onRows, previousTrace }: DeviceRunOptions = {},
): Generator<void, RunTrace[]> {
  const done = plan.runs.map((run) => previousTrace?.(run));
  const buffers = plan.runs.map((run, i) => (done[i] ? NO_ROWS : traceBuffers(plan, run)));
  const rowsDone = plan.runs.map(() => 0);
  const runners = groupsOf(plan, (i) => !done[i] && !plan.runs[i]?.precision).map(
    (group) => new GroupRunner(group, device, buffers, rowsDone),
  );
  const onProcessor = plan.runs.flatMap((run, i) =>
    run.precision && !done[i] ? [new RunOnProcessor(plan, i, buffers[i] as TraceBuffers, rowsDone)] : [],
  );
  const isDone = () => [...runners, ...onProcessor].every((runner) => runner.isDone());
  let lastSent = performance.now();
  let rowsSent = plan.runs.map(() => 0);
  try {
    while (!isDone()) {
      if (!runners.every((runner) => runner.isDone())) runSlice(runners, cost);
      for (const one of onProcessor) one.compute(SLICE_MS / onProcessor.length);
      if (onRows && !isDone() && performance.now() - lastSent > SEND_INTERVAL_MS) {
        onRows(
          plan.runs.map((run, i) =>
            newRows(run, done[i], buffers[i] as TraceBuffers, rowsSent[i] as number, rowsDone[i] as number),
          ),
        );
        rowsSent = plan.runs.map((_, i) => done[i]?.rows ?? (rowsDone[i] as number));
        lastSent = performance.now();
      }
      yield;
    }
  } finally {
    for (const runner of runners) runner.dispose();
  }
  return plan.runs.map(
    (run, i) => done[i] ?? finishTrace(plan, run, buffers[i] as TraceBuffers, rowsDone[i] as number),
  );
}

const NO_ROWS: TraceBuffers = {
  params: new Float64Array(),
  loss: new Float64Array(),
  validation: new Float64Array(),
  state: new Float64Array(),
};

/** Rows from `rowsSent` on, of a finished run or of one in progress. */
const newRows = (
  run: RunPlan,
  done: RunTrace | undefined,
  buffers: TraceBuffers,
  rowsSent: number,
  rowsDone: number,
): RunRows => (done ? rowsFrom(done, rowsSent) : rowsOf(run, buffers, rowsSent, rowsDone));

/** Issues chunks of all groups in turn, so that all runs grow together, and reads them. */
function runSlice(runners: readonly GroupRunner[], cost: CostModel): void {
  const started = performance.now();
  const issued: ReturnType<GroupRunner['issueChunk']>[] = [];
  for (let expected = 0; expected < SLICE_MS && runners.some((runner) => !runner.isDone());) {
    for (const runner of runners) {
      if (runner.isDone()) continue;
      const chunk = runner.issueChunk(cost);
      issued.push(chunk);
      expected += cost.expected(chunk.work, chunk.updates);
    }
  }
  for (const runner of runners) runner.readChunks();
  cost.learn(issued, performance.now() - started);
}

/**
 * Groups the runs of a plan that share a program and a visit table: those with the same rule and dropout.
 * @param isWanted which runs to include
 */
export function groupsOf(plan: Plan, isWanted: (run: number) => boolean = () => true): Group[] {
  const groups: { readonly like: RunPlan; readonly members: number[] }[] = [];
  plan.runs.forEach((run, i) => {
    if (!isWanted(i)) return;
    const found = groups.find(({ like }) => like.step.rule === run.step.rule && dropoutOf(like) === dropoutOf(run));
    if (found) found.members.push(i);
    else groups.push({ like: run, members: [i] });
  });
  return groups.map(({ like, members }) => ({
    plan: { ...plan, training: trainingLossOf(plan, like) },
    members,
    layout: rowLayout(like.step, plan.kind === 'data'),
    updates: Math.max(...members.map((i) => (plan.runs[i] as RunPlan).updates)),
  }));
}

/** Computes a run with a precision of its own: no shading language rounds to such formats on every device. */
class RunOnProcessor {
  private readonly rows: Generator<number, void>;
  private done = false;

  constructor(
    plan: Plan,
    private readonly index: number,
    buffers: TraceBuffers,
    private readonly rowsDone: number[],
  ) {
    // Its own precision holds, whatever the engine's.
    this.rows = rowByRow(plan, plan.runs[index] as RunPlan, buffers, 'float32');
  }

  isDone(): boolean {
    return this.done;
  }

  /** Computes rows for so many milliseconds, and at least one. */
  compute(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    while (!this.done) {
      const { value, done = false } = this.rows.next();
      this.done = done;
      if (value !== undefined) this.rowsDone[this.index] = value;
      if (performance.now() > end) return;
    }
  }
}

/** A chunk whose draws are issued and not yet read. */
interface IssuedChunk {
  readonly chunk: Chunk;
  readonly rows: Tensor;
  /** One table for each set of samples. */
  readonly losses: readonly Tensor[];
}

/** Samples over which the loss of every row is averaged: the training samples, or the held-back ones. */
interface SampleSet {
  readonly data: Dataset;
  readonly table: Tensor;
}

/** Computes the runs of a group chunk by chunk. */
class GroupRunner {
  private readonly runs: readonly RunPlan[];
  private strategy: UpdateStrategy | null = null;
  private tables: Record<string, Tensor> = {};
  private samples: readonly SampleSet[] = [];
  private state: Tensor | null = null;
  private stateCount = 1;
  private first = 0;
  private issued: IssuedChunk[] = [];

  constructor(
    private readonly group: Group,
    private readonly device: Device,
    private readonly buffers: readonly TraceBuffers[],
    private readonly rowsDone: number[],
  ) {
    this.runs = membersOf<RunPlan>(group.plan.runs, group);
    this.uploadTables();
  }

  isDone(): boolean {
    return this.first >= this.group.updates;
  }

  /** Issues the draws of the next chunk, by the strategy that is cheapest for all of them. */
  issueChunk(cost: CostModel): { readonly work: ChunkWork; readonly updates: number } {
    const { group, device, first } = this;
    const left = group.updates - first;
    // Chosen once: another strategy for the rest would compile more shaders.
    this.strategy ??= cost.cheapest(strategiesFor(group, device.status.engine), group.updates);
    const { strategy } = this;
    const count = Math.min(cost.chunk(strategy, left), left);
    const chunk = { group, first, count };
    const rows = this.advance(strategy, chunk);
    const losses = this.samples.map(({ data, table }) =>
      device.run(this.lossesWork(data, count), { State: rows, Samples: table }),
    );
    if (this.issued.length === 0) this.state?.dispose();
    this.issued.push({ chunk, rows, losses });
    this.state = rows;
    this.stateCount = count;
    this.first += count;
    return { work: strategy, updates: count };
  }

  private advance(strategy: UpdateStrategy, chunk: Chunk): Tensor {
    const { device, tables } = this;
    const start = { table: this.state as Tensor, count: this.stateCount };
    switch (strategy.kind) {
      case 'direct':
        return advanceDirect(device, chunk, start, tables);
      case 'checkpointed':
        return advanceCheckpointed(device, chunk, start, tables);
      case 'twoPass':
        return advanceTwoPass(device, { ...chunk, batchSlices: strategy.batchSlices }, start, tables);
    }
  }

  /** Reads the issued chunks, oldest first. */
  readChunks(): void {
    const { device, group } = this;
    for (const {
      chunk: { first, count },
      rows,
      losses,
    } of this.issued) {
      const values = device.read(rows, { kernel: 'rows', group, count });
      const lossValues = losses.map((tensor, k) =>
        device.read(tensor, this.lossesWork((this.samples[k] as SampleSet).data, count)),
      );
      this.store(values, lossValues, first + 1, count);
      for (const tensor of losses) tensor.dispose();
      if (rows !== this.state) rows.dispose();
    }
    this.issued = [];
    if (group.members.every((member) => this.hasDiverged(member))) this.first = group.updates;
  }

  /** Whether the last row of a run is not finite, so that its later rows do not matter. */
  private hasDiverged(member: number): boolean {
    const { params } = this.buffers[member] as TraceBuffers;
    const n = this.group.layout.parameters;
    const end = (this.rowsDone[member] as number) * n;
    return !params.subarray(end - n, end).every(Number.isFinite);
  }

  dispose(): void {
    const kept = [
      this.state,
      ...this.samples.map(({ table }) => table),
      ...Object.values(this.tables),
      ...this.issued.flatMap(({ rows, losses }) => [rows, ...losses]),
    ];
    for (const tensor of new Set(kept)) tensor?.dispose();
  }

  /** Uploads the tables and records row 0. */
  private uploadTables(): void {
    const { group, device, runs } = this;
    const { plan, layout } = group;
    const sets = sampleSetsOf(plan);
    const evaluator = new LossEvaluator(plan, 'float32');
    const starts = runs.map((run) => Float32Array.from(run.start));
    const lossOf = (point: Float32Array) => (layout.hasLoss ? evaluator.lossAt(point) : 0);
    const kept = layout.parameters + layout.states;
    const start = padRecords(runs.length, layout.texels * 4, (k, i) => {
      const run = runs[k] as RunPlan;
      if (i < layout.parameters) return run.start[i] as number;
      return (
        i < kept ? run.startState[i - layout.parameters] : i === kept ? lossOf(starts[k] as Float32Array) : 0
      ) as number;
    });
    this.state = device.upload(start);
    const tables = { Runs: runTable(plan, runs), ...updateTables(group) };
    this.tables = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, device.upload(table)]));
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

  /** Copies `count` rows per run into the buffers, from row `row` on. */
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
      if (rows > 0) this.rowsDone[member] = row + rows;
    });
  }
}

const membersOf = <R extends RunPlan>(runs: readonly R[], { members }: Group): R[] => members.map((i) => runs[i] as R);

/** One record for each run: the constants of a function, then the fixed coefficients. */
function runTable(plan: Plan, runs: readonly RunPlan[]): Float32Array {
  const constants = plan.kind === 'data' ? [] : plan.constants;
  const own = constants.length;
  const fixed = runs[0]?.fixed.length ?? 0;
  return padRecords(runs.length, own + fixed, (k, i) => (i < own ? constants[i] : runs[k]?.fixed[i - own]) as number);
}

/** What the updates of a group read: the table of coefficients and batches, and for data that of the visits. */
function updateTables(group: Group): { readonly Coefficients: Float32Array; readonly Data?: Float32Array } {
  const { plan, updates } = group;
  if (plan.kind === 'function') return { Coefficients: updateTable(membersOf(plan.runs, group), updates, 0, () => 0) };
  const runs = membersOf(plan.runs, group);
  const offsets = visitOffsets(runs);
  const batchNumber = ({ batches, visits }: DataRunPlan, update: number, field: number) =>
    batchField(batches, update, field) + (field < VISIT_FIELDS ? (offsets.get(visits) as number) : 0);
  return {
    Coefficients: updateTable(runs, updates, BATCH_FIELDS, batchNumber),
    Data: visitTable(plan.data, ordersOf(offsets), runs[0]?.dropout ?? null),
  };
}

/** One record for each update of each run: the per-update coefficients, then `more` numbers that `batchNumber` gives. */
function updateTable<R extends RunPlan>(
  runs: readonly R[],
  updates: number,
  more: number,
  batchNumber: (run: R, update: number, i: number) => number,
): Float32Array {
  const own = runs[0] ? updateInputs(runs[0].step).length : 0;
  return padRecords(runs.length * updates, own + more, (record, i) => {
    const run = runs[Math.floor(record / updates)] as R;
    const update = record % updates;
    if (update >= run.updates) return 0;
    return i < own ? (run.perUpdate[update * own + i] as number) : batchNumber(run, update, i - own);
  });
}

/** How many of a batch's fields count visits; they come first. */
const VISIT_FIELDS = 3;

/** Where the visits of each run begin in the visit table; runs with the same visit order share one copy. */
function visitOffsets(runs: readonly DataRunPlan[]): Map<Int32Array, number> {
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
function ordersOf(offsets: ReadonlyMap<Int32Array, number>): Int32Array {
  const orders = [...offsets.keys()];
  return orders.length === 1 ? (orders[0] as Int32Array) : Int32Array.from(orders.flatMap((order) => [...order]));
}
