import type { CostModel } from '../gpu/cost';
import type { Device } from '../gpu/device';
import { withFoundRates } from '../gpu/planInRounds';
import { runOnDevice, type DeviceRunOptions } from '../gpu/trajectory';
import { runReference } from '../float64/reference';
import { TimeSlice } from '../common/slice';
import { isRule, rulesOf } from '../plan/onlyRule';
import type { AnyRunPlan, ExperimentPlan, Plan } from '../plan/types';
import { rowsFrom } from '../trace/trace';
import type { RunRows, RunTrace } from '../trace/types';
import { methodsLoaded, newRunner } from './load';
import type { MethodRunner } from './runner';

interface Options extends Pick<DeviceRunOptions, 'onRows'> {
  /** The trace of a run that was computed before, on the same kind of device. */
  readonly previousTrace?: (run: AnyRunPlan) => RunTrace | undefined;
}

/** Computed runs, and the plan with the rates that they used. */
interface Computed {
  readonly plan: ExperimentPlan;
  readonly runs: RunTrace[];
}

/**
 * Computes every run of an experiment, one slice of work per step: runs by rules on the device, and beside them runs by
 * classical methods on the processor in float64. Throws ContextLostError, and what keeps the methods from loading.
 */
export function* runEveryRun(
  plan: ExperimentPlan,
  device: Device,
  cost: CostModel,
  { onRows, previousTrace }: Options = {},
): Generator<void, Computed> {
  const methods = yield* methodsOf(plan, previousTrace);
  const rules = yield* withFoundRates(rulesOf(plan), device, cost);
  const withMethods = (rows: RunRows[]) => onRows?.(inOrder(plan, rows, (i) => methods.rowsOf(i)));
  const steps = runOnDevice(rules, device, cost, {
    ...(onRows && { onRows: withMethods }),
    ...(previousTrace && { previousTrace }),
  });
  const traces = yield* beside(steps, methods);
  return { plan: withRules(plan, rules), runs: inOrder(plan, traces, (i) => methods.traceOf(i)) };
}

/** The same in float64, every run at once. */
export function* runEveryReference(plan: ExperimentPlan): Generator<void, RunTrace[]> {
  const methods = yield* methodsOf(plan);
  const traces = runReference(rulesOf(plan));
  while (!methods.isDone()) {
    methods.advance();
    yield;
  }
  return inOrder(plan, traces, (i) => methods.traceOf(i));
}

/** Does the steps of the rules and those of the methods in turn. */
function* beside(steps: Generator<void, RunTrace[]>, methods: Methods): Generator<void, RunTrace[]> {
  let traces: RunTrace[] | null = null;
  try {
    while (!traces || !methods.isDone()) {
      if (!traces) {
        const { done, value } = steps.next();
        if (done) traces = value;
      }
      methods.advance();
      if (!traces || !methods.isDone()) yield;
    }
    return traces;
  } finally {
    steps.return([]);
  }
}

/** One entry for each run, in their order: those of rules as they come, those of methods by their index. */
function inOrder<T>(plan: ExperimentPlan, ofRules: readonly T[], ofMethod: (index: number) => T): T[] {
  let next = 0;
  return plan.runs.map((run, i) => {
    if (!isRule(run)) return ofMethod(i);
    next += 1;
    return ofRules[next - 1] as T;
  });
}

/** The plan with these plans of its rules. */
function withRules(plan: ExperimentPlan, rules: Plan): ExperimentPlan {
  let next = 0;
  const replaced = <R extends AnyRunPlan>(runs: readonly R[], by: readonly R[]): R[] =>
    runs.map((run) => (isRule(run) ? (by[next++] as R) : run));
  if (plan.kind === 'data') return rules.kind === 'data' ? { ...plan, runs: replaced(plan.runs, rules.runs) } : plan;
  return rules.kind === 'data' ? plan : { ...plan, runs: replaced(plan.runs, rules.runs) };
}

/** The runs of a plan by methods, those without an earlier trace in progress. Loads the algorithms if there are such. */
function* methodsOf(
  plan: ExperimentPlan,
  previousTrace?: (run: AnyRunPlan) => RunTrace | undefined,
): Generator<void, Methods> {
  const runs = plan.runs.flatMap((run, i) => (isRule(run) ? [] : [{ i, run, done: previousTrace?.(run) }]));
  if (runs.some(({ done }) => !done)) yield* methodsLoaded();
  return new Methods(new Map(runs.map(({ i, run, done }) => [i, done ?? newRunner(plan, run)])));
}

/** Runs by methods, by their index among all runs. */
class Methods {
  private readonly slice = new TimeSlice();
  private readonly running: readonly MethodRunner[];

  constructor(private readonly runs: ReadonlyMap<number, MethodRunner | RunTrace>) {
    this.running = [...runs.values()].filter((run) => 'advance' in run);
  }

  isDone = (): boolean => this.running.every((runner) => runner.isDone());

  /** Makes iterations, of all runs in turn, for the length of a slice. */
  advance(): void {
    while (!this.isDone()) {
      for (const runner of this.running) if (!runner.isDone()) runner.advance();
      if (this.slice.isTimeUp()) return;
    }
  }

  traceOf(index: number): RunTrace {
    const run = this.at(index);
    return 'advance' in run ? run.trace() : run;
  }

  /** All rows of a run so far; they are few, so that they are sent again with every part. */
  rowsOf(index: number): RunRows {
    const run = this.at(index);
    return 'advance' in run ? run.rowsSoFar() : rowsFrom(run, 0);
  }

  private at(index: number): MethodRunner | RunTrace {
    const run = this.runs.get(index);
    if (!run) throw new RangeError(`run ${index} is by no method`);
    return run;
  }
}
