import type { Experiment } from '../../experiment/core/types';
import { CostModel } from '../gpu/cost';
import { ContextLostError, openCpu, openWebgl, type Device, type DeviceMemory } from '../gpu/device';
import { keyOf } from '../plan/keyOf';
import { inspectStep } from '../float64/inspect';
import { registerKernels } from '../gpu/kernels';
import { landscapeOn } from '../gpu/landscape';
import { groundOf, planOf } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { predict } from '../float64/predict';
import { fieldOver, probeAt } from '../float64/probe';
import type { Answer, Request } from './protocol';
import { runReference } from '../float64/reference';
import { seriesOf } from '../series';
import { SCREEN_DRAW_MS, TileCost } from '../sweep/cost';
import { completed, streamed } from '../sweep/stream';
import { gridsOf, sweepOnDevice, sweepReference } from '../sweep/sweep';
import type { SweepRequest, SweepResult } from '../sweep/types';
import { analyseInSlices } from '../theory';
import { restOf } from '../trace/trace';
import { runOnDevice } from '../gpu/trajectory';
import type { EngineName, RunRows, RunTrace, Trace, TracePart } from '../trace/types';
import type { EngineStatus } from '../gpu/types';
import type { SampleColumns } from '../samples/types';

/** A context lost this often in a row is not coming back. */
const LOSSES_BEFORE_CPU = 2;

/** The devices of a worker and the work done on them. */
export class Engine {
  private device: Device | null = null;
  private cpu: Device | null = null;
  private losses = 0;
  /** Jobs under way on the device. */
  private jobs = 0;
  private readonly cost = new CostModel();
  private readonly tileCost = new TileCost();
  private readonly screenTileCost = new TileCost(SCREEN_DRAW_MS);
  private latest: { experiment: Experiment; plan: Plan; runs: RunTrace[]; engine: EngineName } | null = null;

  constructor(private readonly post: (answer: Answer) => void) {
    registerKernels();
  }

  /** The work that a request asks for, in steps. */
  *answer(request: Request): Generator<void, void> {
    const { id } = request;
    switch (request.kind) {
      case 'trace':
        yield* this.trace(request.experiment, (part, last) => this.post({ id, kind: 'trace', part, last }));
        return;
      case 'landscape':
        yield* this.onDevice(
          function* (device) {
            yield;
            return landscapeOn(device, request.experiment, request.view);
          },
          (landscape) => this.post({ id, kind: 'landscape', landscape }),
        );
        return;
      case 'inspect':
        this.inspect(request, id);
        return;
      case 'data':
        this.post({ id, kind: 'data', samples: samplesOf(groundOf(request.experiment)) });
        return;
      case 'analyse':
        yield* this.analyse(request.experiment, request.run, id);
        return;
      case 'series':
        yield* this.series(request, id);
        return;
      case 'sweep':
        yield* this.sweep(request.sweep, id);
        return;
      case 'runSweep':
        yield* this.runSweep(request.sweep, request.engine, id);
        return;
      case 'probe':
        this.post({
          id,
          kind: 'probe',
          probe: probeAt(groundOf(request.experiment), request.point, request.direction, request.lr),
        });
        return;
      case 'field':
        this.post({
          id,
          kind: 'field',
          field: fieldOver(groundOf(request.experiment), request.view, request.width, request.height),
        });
        return;
      case 'predictions':
        this.post({ id, kind: 'predictions', predictions: predict(request.model, request.points, request.inputs) });
        return;
      case 'preview':
        yield* this.preview(request.experiment, id);
        return;
      case 'run':
        yield* this.run(request.experiment, request.engine, id);
    }
  }

  private *trace(experiment: Experiment, send: (part: TracePart, last: boolean) => void): Generator<void, void> {
    const plan = planOf(experiment);
    const { cost } = this;
    // While one run's slider moves, the others stay as they are.
    const before = (run: RunPlan, engine: EngineName) =>
      this.latest?.engine === engine ? this.latest.runs[this.latest.plan.runs.indexOf(run)] : undefined;
    let told: readonly number[] = [];
    yield* this.onDevice(
      function* (device) {
        const { engine } = device.status;
        // A context that was lost takes what it computed along: the rows are told again from the start.
        told = [];
        const seen = (rows: RunRows[]) => {
          told = rows.map((run) => run.rows);
          send({ ...aboutTrace(plan, engine), runs: rows }, false);
        };
        return { runs: yield* runOnDevice(plan, device, cost, { seen, before: (run) => before(run, engine) }), engine };
      },
      ({ runs, engine }) => {
        this.latest = { experiment, plan, runs, engine };
        send({ ...aboutTrace(plan, engine), runs: runs.map((run, i) => restOf(run, told[i] ?? 0)) }, true);
      },
    );
  }

  private *preview(experiment: Experiment, id: number): Generator<void, void> {
    const plan = planOf(experiment);
    const { cost } = this;
    yield* this.onDevice(
      function* (device) {
        return traceOf(plan, yield* runOnDevice(plan, device, cost), device.status.engine);
      },
      (trace) => this.post({ id, kind: 'preview', trace }),
    );
  }

  private inspect({ experiment, run, step }: Request & { kind: 'inspect' }, id: number): void {
    const latest = this.latestOf(experiment);
    const trace = latest?.runs[run];
    const n = latest?.plan.parameters.length ?? 0;
    if (!latest || !trace || step < 1 || step >= trace.rows) return;
    const width = trace.state.length / trace.rows;
    const row = {
      params: trace.params.subarray((step - 1) * n, step * n),
      state: trace.state.subarray((step - 1) * width, step * width),
    };
    this.post({ id, kind: 'inspect', inspection: inspectStep(latest.plan, run, step, row) });
  }

  private *analyse(experiment: Experiment, run: number, id: number): Generator<void, void> {
    const latest = this.latestOf(experiment);
    const trace = latest?.runs[run];
    if (latest && trace) this.post({ id, kind: 'analyse', analysis: yield* analyseInSlices(latest.plan, run, trace) });
  }

  private *series({ experiment, quantity }: Request & { kind: 'series' }, id: number): Generator<void, void> {
    const latest = this.latestOf(experiment);
    if (latest) this.post({ id, kind: 'series', series: yield* seriesOf(latest.plan, latest.runs, quantity) });
  }

  /** The complete traces of an experiment, if it was the last to be run. */
  private latestOf(experiment: Experiment) {
    return this.latest && sameExperiment(this.latest.experiment, experiment) ? this.latest : null;
  }

  private *run(experiment: Experiment, engine: EngineName, id: number): Generator<void, void> {
    const plan = planOf(experiment);
    const finish = (runs: RunTrace[]) => this.post({ id, kind: 'run', trace: traceOf(plan, runs, engine) });
    if (engine === 'float64') {
      finish(runReference(plan));
      return;
    }
    if (engine === 'cpu') {
      finish(yield* runOnDevice(plan, this.openNamed('cpu'), new CostModel()));
      return;
    }
    yield* this.onDevice(() => runOnDevice(plan, this.openNamed(engine), this.cost), finish);
  }

  private *sweep(request: SweepRequest, id: number): Generator<void, void> {
    const { screenTileCost, post } = this;
    yield* this.onDevice(
      (device) => {
        const steps = sweepOnDevice(request, gridsOf(request), device, screenTileCost);
        return streamed(steps, request, (part, last) => post({ id, kind: 'sweep', part, last }));
      },
      () => undefined,
    );
  }

  private *runSweep(request: SweepRequest, engine: EngineName, id: number): Generator<void, void> {
    const finish = (sweep: SweepResult) => this.post({ id, kind: 'runSweep', sweep });
    const onNamed = (name: 'webgl' | 'cpu') =>
      completed(sweepOnDevice(request, [request], this.openNamed(name), this.tileCost));
    if (engine === 'float64') finish(yield* completed(sweepReference(request)));
    else if (engine === 'cpu') finish(yield* onNamed('cpu'));
    else yield* this.onDevice(() => onNamed('webgl'), finish);
  }

  /** Runs work on the fastest device there is, again from the start if the context is lost under it. */
  private *onDevice<T>(work: (device: Device) => Generator<void, T>, done: (result: T) => void): Generator<void, void> {
    this.renewIfWornOut();
    this.jobs += 1;
    try {
      yield* this.untilKept(work, done);
    } finally {
      this.jobs -= 1;
    }
  }

  /** Opens the device anew, which frees all that it keeps: only while nothing on it is in use. */
  private renewIfWornOut(): void {
    if (this.jobs > 0 || !this.device?.isWornOut?.()) return;
    this.device.dispose();
    this.device = null;
  }

  private *untilKept<T>(
    work: (device: Device) => Generator<void, T>,
    done: (result: T) => void,
  ): Generator<void, void> {
    for (;;) {
      const device = this.open();
      try {
        const result = yield* work(device);
        this.losses = 0;
        done(result);
        return;
      } catch (error) {
        if (!(error instanceof ContextLostError)) throw error;
        // Others that were on it may have seen this before, and opened another.
        if (this.device === device) {
          device.dispose();
          this.device = null;
          this.losses += 1;
        }
        yield;
      }
    }
  }

  private open(): Device {
    if (this.device) return this.device;
    const opened = this.losses >= LOSSES_BEFORE_CPU ? 'contextLost' : openWebgl();
    this.device = typeof opened === 'string' ? openCpu(opened) : opened;
    this.post({ kind: 'status', status: this.device.status });
    return this.device;
  }

  /** The device that a script asked for. Throws where this browser lacks it. */
  private openNamed(engine: Exclude<EngineName, 'float64'>): Device {
    const device = engine === 'cpu' ? this.openCpu() : this.open();
    if (device.status.engine !== engine) throw new Error(`this browser has no ${engine} engine`);
    return device;
  }

  private openCpu(): Device {
    if (this.device?.status.engine === 'cpu') return this.device;
    this.cpu ??= openCpu();
    return this.cpu;
  }

  /** For tests: takes the graphics context away as a browser would. */
  loseContext(): void {
    this.device?.loseContext?.();
  }

  /** For tests: what the device holds; null where it is the CPU. */
  memory(): DeviceMemory | null {
    return this.device?.memory?.() ?? null;
  }

  status(): EngineStatus {
    return this.open().status;
  }
}

const samplesOf = ({ data }: Pick<Plan, 'data'>): SampleColumns => ({
  training: data?.columns ?? [],
  validation: data?.validation?.columns ?? null,
});

const traceOf = (plan: Plan, runs: readonly RunTrace[], engine: EngineName): Trace => ({
  ...aboutTrace(plan, engine),
  runs,
});

/** What is the same of a trace however much of its runs is known. */
function aboutTrace(plan: Plan, engine: EngineName): Omit<Trace, 'runs'> {
  return {
    engine,
    parameters: plan.parameters,
    totals: plan.runs.map((run) => run.updates + 1),
    epochSize: plan.data?.size ?? 0,
    minima: plan.minima,
  };
}

const sameExperiment = (a: Experiment, b: Experiment): boolean => keyOf(a) === keyOf(b);
