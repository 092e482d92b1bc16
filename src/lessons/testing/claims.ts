import type { Plan } from '../../engine/plan/types';
import type { Outcome } from '../../engine/trace/types';
import type { Claim } from '../types';
import { differenceErrors, firstFlatPoint } from './lossChecks';

/** The recorded parameters of one run, one row for each update after row 0, the start. */
export interface RunRecord {
  readonly params: readonly (readonly number[])[];
  readonly loss: readonly number[];
  readonly validation?: readonly number[];
  readonly outcome: Outcome;
}

/**
 * Why a claim does not hold, in words; null if it holds.
 * @param plan of the lesson's experiment, for its minimum (if it knows exactly one) and its gradients
 */
export function refute(claim: Claim, runs: readonly RunRecord[], plan: Plan): string | null {
  const minimum = plan.minima.length === 1 ? plan.minima[0] : undefined;
  const at = (index: number): RunRecord => {
    const run = runs[index];
    if (!run) throw new RangeError(`no run ${index}`);
    return run;
  };
  switch (claim.kind) {
    case 'arrives':
    case 'misses': {
      const target = claim.at ?? minimum;
      if (!target) throw new TypeError('neither a point nor a known minimum to arrive at');
      const far = distance(rowOf(at(claim.run).params), target);
      const holds = claim.kind === 'arrives' ? far <= claim.within : far > claim.by && Number.isFinite(far);
      return holds ? null : `run ${claim.run} ends ${far} away`;
    }
    case 'passes': {
      const far = distance(rowOf(at(claim.run).params, claim.row), claim.at);
      return far <= claim.within ? null : `run ${claim.run} is ${far} away at update ${claim.row}`;
    }
    case 'diverges': {
      const { outcome } = at(claim.run);
      const holds = outcome.kind === 'diverged' && outcome.step >= claim.from && outcome.step <= claim.to;
      return holds ? null : `run ${claim.run} ends as ${JSON.stringify(outcome)}`;
    }
    case 'ends': {
      const { outcome } = at(claim.run);
      const period = outcome.kind === 'cycling' ? outcome.period : undefined;
      return outcome.kind === claim.as && (claim.period === undefined || period === claim.period)
        ? null
        : `run ${claim.run} ends as ${JSON.stringify(outcome)}`;
    }
    case 'together': {
      const [a, b] = claim.runs.map((run) => at(run).params);
      const rows = Math.min(a?.length ?? 0, b?.length ?? 0, (claim.until ?? Infinity) + 1);
      const gaps = Array.from({ length: rows }, (_, row) => gap(rowOf(a, row), rowOf(b, row)));
      const widest = Math.max(...gaps);
      return widest <= claim.within
        ? null
        : `runs ${claim.runs.join(' and ')} are ${widest} apart at update ${gaps.indexOf(widest)}`;
    }
    case 'apart': {
      const [a, b] = claim.runs.map((run) => rowOf(at(run).params, claim.at));
      const far = distance(a ?? [], b ?? []);
      return far > claim.by ? null : `runs ${claim.runs.join(' and ')} are only ${far} apart`;
    }
    case 'lower': {
      const lossesOf = (run: number) => (claim.of === 'validation' ? at(run).validation : at(run).loss) ?? [];
      const row = claim.at === 'lowest' ? -1 : (claim.at ?? -1);
      const one =
        claim.at === 'lowest' ? Math.min(...lossesOf(claim.run)) : (lossesOf(claim.run).at(row) ?? Number.NaN);
      const other = lossesOf(claim.than).at(row) ?? Number.NaN;
      return one * (claim.times ?? 1) < other ? null : `run ${claim.run} has ${one}, run ${claim.than} ${other}`;
    }
    case 'smaller': {
      const [one, other] = [claim.run, claim.than].map((run) => Math.hypot(...rowOf(at(run).params))) as [
        number,
        number,
      ];
      return one * (claim.times ?? 1) < other
        ? null
        : `run ${claim.run} ends ${one} from 0, run ${claim.than} ${other}`;
    }
    case 'rises': {
      const values = at(claim.run).validation ?? [];
      const [last, lowest] = [values.at(-1) ?? Number.NaN, Math.min(...values)];
      return last >= claim.times * lowest ? null : `what was kept back ends at ${last}, its lowest is ${lowest}`;
    }
    case 'nearer': {
      const [one, other] = [claim.run, claim.than].map((run) =>
        distance(rowOf(at(run).params, claim.at), claim.to),
      ) as [number, number];
      return one < other ? null : `run ${claim.run} is ${one} away, run ${claim.than} ${other}`;
    }
    case 'averages': {
      if (!minimum) throw new TypeError('no known minimum to be near to');
      const { params } = at(claim.run);
      const [mean, last] = [meanOf(params.slice(claim.from)), rowOf(params)].map((point) =>
        distance(point, minimum),
      ) as [number, number];
      return mean * claim.times <= last ? null : `the mean is ${mean} away, the last point ${last}`;
    }
    case 'stops': {
      const { params } = at(claim.run);
      const update = firstFlatPoint(plan, params, claim.below);
      if (update === null) return `run ${claim.run} never stops`;
      const far = distance(rowOf(params, update), claim.at);
      return update >= claim.from && update <= claim.to && far <= claim.within
        ? null
        : `run ${claim.run} stops at update ${update}, ${far} away`;
    }
    case 'errsLeast': {
      const errors = [...differenceErrors(plan, claim)];
      const [step, least] = errors.reduce((best, next) => (next[1] < best[1] ? next : best));
      return step === claim.step && least <= claim.within
        ? null
        : `the error is least at ${step}, where it is ${least}`;
    }
    case 'errs': {
      const error = differenceErrors(plan, claim).get(claim.step) ?? Number.NaN;
      return error >= claim.from && error <= claim.to ? null : `the error at ${claim.step} is ${error}`;
    }
  }
}

const rowOf = (rows: readonly (readonly number[])[] | undefined, row = -1): readonly number[] => rows?.at(row) ?? [];

const distance = (a: readonly number[], b: readonly number[]): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} coordinates against ${b.length}`);
  return Math.hypot(...a.map((value, i) => value - (b[i] as number)));
};

const meanOf = (points: readonly (readonly number[])[]): number[] =>
  rowOf(points).map((_, i) => points.reduce((sum, point) => sum + (point[i] as number), 0) / points.length);

/** The largest difference of a coordinate, relative to the larger of the two where that is above 1. */
const gap = (a: readonly number[], b: readonly number[]): number =>
  Math.max(
    ...a.map((value, i) => Math.abs(value - (b[i] as number)) / Math.max(1, Math.abs(value), Math.abs(b[i] as number))),
  );
