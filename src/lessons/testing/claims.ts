import type { Outcome } from '../../engine/types';
import type { Claim } from '../types';

/** What one run did: one row of parameters per update, row 0 the start. */
export interface Walked {
  readonly params: readonly (readonly number[])[];
  readonly loss: readonly number[];
  readonly validation?: readonly number[];
  readonly outcome: Outcome;
}

/**
 * What is wrong with a claim, in words; null where it holds.
 * @param minimum the problem's only known minimum, where it has one
 */
export function refute(claim: Claim, runs: readonly Walked[], minimum?: readonly number[]): string | null {
  const at = (index: number): Walked => {
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
    case 'diverges': {
      const { outcome } = at(claim.run);
      const holds = outcome.kind === 'diverged' && outcome.step >= claim.from && outcome.step <= claim.to;
      return holds ? null : `run ${claim.run} ends as ${JSON.stringify(outcome)}`;
    }
    case 'ends': {
      const { outcome } = at(claim.run);
      const period = outcome.kind === 'cycling' ? outcome.period : undefined;
      return outcome.kind === claim.as && (claim.period === undefined || period === claim.period) ? null : `run ${claim.run} ends as ${JSON.stringify(outcome)}`;
    }
    case 'together': {
      const [a, b] = claim.runs.map((run) => at(run).params);
      const rows = Math.min(a?.length ?? 0, b?.length ?? 0, (claim.until ?? Infinity) + 1);
      const gaps = Array.from({ length: rows }, (_, row) => gap(rowOf(a, row), rowOf(b, row)));
      const widest = Math.max(...gaps);
      return widest <= claim.within ? null : `runs ${claim.runs.join(' and ')} are ${widest} apart at update ${gaps.indexOf(widest)}`;
    }
    case 'apart': {
      const [a, b] = claim.runs.map((run) => rowOf(at(run).params, claim.at));
      const far = distance(a ?? [], b ?? []);
      return far > claim.by ? null : `runs ${claim.runs.join(' and ')} are only ${far} apart`;
    }
    case 'lower': {
      const lossOf = (run: number) => {
        const values = (claim.of === 'validation' ? at(run).validation : at(run).loss) ?? [];
        return values.at(claim.at ?? -1) ?? Number.NaN;
      };
      const [one, other] = [lossOf(claim.run), lossOf(claim.than)];
      return one * (claim.times ?? 1) < other ? null : `run ${claim.run} has ${one}, run ${claim.than} ${other}`;
    }
    case 'smaller': {
      const [one, other] = [claim.run, claim.than].map((run) => Math.hypot(...rowOf(at(run).params))) as [number, number];
      return one * (claim.times ?? 1) < other ? null : `run ${claim.run} ends ${one} from 0, run ${claim.than} ${other}`;
    }
    case 'rises': {
      const values = at(claim.run).validation ?? [];
      const [last, lowest] = [values.at(-1) ?? Number.NaN, Math.min(...values)];
      return last >= claim.times * lowest ? null : `what was kept back ends at ${last}, its lowest is ${lowest}`;
    }
    case 'nearer': {
      const [one, other] = [claim.run, claim.than].map((run) => distance(rowOf(at(run).params, claim.at), claim.to)) as [number, number];
      return one < other ? null : `run ${claim.run} is ${one} away, run ${claim.than} ${other}`;
    }
  }
}

const rowOf = (rows: readonly (readonly number[])[] | undefined, row = -1): readonly number[] => rows?.at(row) ?? [];

const distance = (a: readonly number[], b: readonly number[]): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} coordinates against ${b.length}`);
  return Math.hypot(...a.map((value, i) => value - (b[i] as number)));
};

/** The largest difference of a coordinate, relative to the larger of the two where that is above 1. */
const gap = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number)) / Math.max(1, Math.abs(value), Math.abs(b[i] as number))));
