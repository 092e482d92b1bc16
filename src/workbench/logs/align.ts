import { agreementOf, type ComparedLog, type ReferenceRun } from '../../engine/compare/agreement';
import type { LoggedPath } from '../../engine/compare/types';
import { numbersFrom } from '../../engine/common/fill';
import type { RunTrace, Trace } from '../../engine/trace/types';
import { isValidationLoss, parametersIn, precisionOf, roundingOf } from '../../experiment/log';
import type { KeptLog, ShownLog } from '../stores/shownLogs';

/** A log with its steps as updates and its points in the order of our parameters, ready to be compared. */
export function comparedLog(log: KeptLog, trace: Trace): ComparedLog {
  const perEpoch = log.counts === 'epoch' ? updatesPerEpoch(trace) : 1;
  const points = parametersIn(log, trace.parameters);
  const count = trace.parameters.length;
  const params =
    points && numbersFrom(log.steps.length * count, (i) => points[i % count]?.values[Math.floor(i / count)] ?? NaN);
  const ofPoints = params && precisionOf([...params]);
  return {
    steps: Int32Array.from(log.steps),
    updates: Int32Array.from(log.steps, (step) => Math.round(step * perEpoch)),
    loss: Float64Array.from(log.loss.values),
    params,
    isFloat32: log.precision.kind === 'float32',
    lossRounding: (value) => roundingOf(log.precision, value),
    pathRounding: (value) => (ofPoints ? roundingOf(ofPoints, value) : 0),
  };
}

/** Updates of the first run in an epoch; 1 where there are no epochs. */
function updatesPerEpoch({ epochSize, runs: [run] }: Trace): number {
  const last = (run?.rows ?? 1) - 1;
  const seen = run?.samplesSeen[last] ?? 0;
  return epochSize > 0 && last > 0 && seen > 0 ? last / (seen / epochSize) : 1;
}

/** How far a log agrees with the runs, which are given in float64 and as they are on the screen. */
export const agreementWith = (compared: ComparedLog, exact: readonly RunTrace[], screen: readonly RunTrace[]) =>
  agreementOf(
    compared,
    exact.flatMap((run, i): ReferenceRun[] => {
      const single = screen[i];
      return single ? [{ exact: run, single }] : [];
    }),
  );

/** A log as the plots show it: its steps counted as ours. Rows before our step 0 are left out. */
export function shownLog(log: KeptLog, compared: ComparedLog, agreement: ShownLog['agreement']): ShownLog {
  const { offset, pathOffset } = log.counted ?? { offset: 0, pathOffset: 0 };
  const from = Math.max(
    0,
    compared.updates.findIndex((update) => update >= offset),
  );
  const steps = compared.updates.slice(from).map((update) => update - offset);
  const loss = compared.loss.slice(from);
  const validation = log.others.find(({ name }) => isValidationLoss(name));
  return {
    log,
    agreement,
    steps,
    loss,
    ...(validation && { validation: joined(compared.updates, validation.values).slice(from) }),
    path: pathOf(compared, pathOffset, lossByStep(steps, loss)),
    diverged: !Number.isFinite(loss.at(-1)),
  };
}

/** Values at every step, on straight lines between the steps that have one; NaN before the first and after the last. */
function joined(steps: Int32Array, values: readonly number[]): Float64Array {
  const known = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i] ?? NaN));
  const all = new Float64Array(steps.length).fill(NaN);
  known.forEach((from, k) => {
    const to = known[k + 1] ?? from;
    const [low, high] = [values[from] ?? NaN, values[to] ?? NaN];
    const span = (steps[to] ?? 0) - (steps[from] ?? 0);
    all[from] = low;
    for (let i = from + 1; i < to; i += 1)
      all[i] = low + ((high - low) * ((steps[i] ?? 0) - (steps[from] ?? 0))) / span;
  });
  return all;
}

const lossByStep = (steps: Int32Array, loss: Float64Array): ReadonlyMap<number, number> =>
  new Map(Array.from(steps, (step, i) => [step, loss[i] ?? NaN]));

/** The points of a log. The loss beside a point is the one that the log has at the same step. */
function pathOf(
  { updates, params }: ComparedLog,
  offset: number,
  lossAt: ReadonlyMap<number, number>,
): LoggedPath | null {
  if (!params) return null;
  const count = params.length / updates.length;
  const entries = Array.from(updates.keys()).filter(
    (entry) =>
      (updates[entry] ?? 0) >= offset &&
      params.subarray(entry * count, (entry + 1) * count).every((value) => !Number.isNaN(value)),
  );
  if (entries.length === 0) return null;
  const steps = Int32Array.from(entries, (entry) => (updates[entry] ?? 0) - offset);
  const run: RunTrace = {
    rows: entries.length,
    params: Float64Array.from(entries.flatMap((entry) => [...params.subarray(entry * count, (entry + 1) * count)])),
    loss: Float64Array.from(steps, (step) => lossAt.get(step) ?? NaN),
    state: new Float64Array(0),
    outcome: null,
    samplesSeen: Float64Array.from(steps),
    lr: new Float64Array(0),
  };
  return { steps, run };
}
