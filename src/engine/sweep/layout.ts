import type { AxisTarget } from '../../experiment';
import type { ParameterInputName, NodeId } from '../../formula';
import { readsNoise } from '../plan/parameterInputs';
import { texelsFor } from '../gpu/texels';
import type { SweepPlan } from './plan';
import type { Along } from './split';

/** A number that is handed once a run. */
export type FixedNumber =
  | { readonly kind: 'schedule'; readonly node: NodeId }
  | { readonly kind: 'given'; readonly name: ParameterInputName; readonly index: number }
  | { readonly kind: 'constant' | 'start' | 'found'; readonly index: number };

/** A table with a record for every update (of every column, row or run), and what a record holds, in order. */
export interface TimedTable {
  readonly along: Along;
  /** Numbers of the schedule; one that is `shared` may stand in a table along an axis. */
  readonly numbers: readonly { readonly node: NodeId; readonly along: Along }[];
  /** Noise that follows: a number for each parameter, or none. */
  readonly noise: number;
  /** Whether the visits of the update's batch follow. */
  readonly batch: boolean;
}

/** Which numbers a sweep's kernel reads from which table: `tables.ts` fills them and `shader.ts` reads them by this. */
export interface SweepLayout {
  readonly fixed: Readonly<Record<'shared' | 'x' | 'y', readonly FixedNumber[]>>;
  readonly timed: readonly TimedTable[];
}

/** Runs of a row whose losses fill a texel (shader.lossOnly.ts). */
export const RUNS_PER_TEXEL = 4;

/** Start, split, end, the two weights (batches.ts), and 1 where the update ends an epoch. */
export const BATCH_NUMBERS = 6;

export function layoutOf(sweep: SweepPlan): SweepLayout {
  const { plan, run, minima } = sweep;
  const along = (target: AxisTarget) => (isSame(sweep.x, target) ? 'x' : isSame(sweep.y, target) ? 'y' : 'shared');
  const placed: { along: 'shared' | 'x' | 'y'; number: FixedNumber }[] = [
    ...(plan.data
      ? []
      : plan.loss.others.map(
          (name, index) => ({ along: along({ kind: 'constant', name }), number: { kind: 'constant', index } }) as const,
        )),
    ...Array.from(
      run.start,
      (_, index) => ({ along: along({ kind: 'start', index }), number: { kind: 'start', index } }) as const,
    ),
    ...(minima.ofConstants
      ? []
      : minima.inputs.map((_, index) => ({ along: 'shared', number: { kind: 'found', index } }) as const)),
    ...run.step.parameterInputs.flatMap(({ name, perUpdate, nodes }) =>
      perUpdate ? [] : nodes.map((_, index) => ({ along: 'shared', number: { kind: 'given', name, index } }) as const),
    ),
    ...sweep.split.fixed.map(({ node, along: place }) => {
      if (place === 'pixel') throw new RangeError('a number without t is never one for each run');
      return { along: place, number: { kind: 'schedule', node } } as const;
    }),
  ];
  const at = (place: 'shared' | 'x' | 'y') =>
    placed.filter((entry) => entry.along === place).map(({ number }) => number);
  return { fixed: { shared: at('shared'), x: at('x'), y: at('y') }, timed: timedTables(sweep) };
}

const isSame = (a: AxisTarget, b: AxisTarget): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Shared numbers go where there is room in texels that are read anyway: every read of an update costs as much as some sums. */
function timedTables({ split, plan, run }: SweepPlan): TimedTable[] {
  const isData = plan.data !== null;
  const shared = split.timed.filter(({ along }) => along === 'shared');
  const others = (['pixel', 'x', 'y'] as const)
    .map((along): TimedTable => ({
      along,
      numbers: split.timed.filter((number) => number.along === along),
      noise: 0,
      batch: false,
    }))
    .filter(({ numbers }) => numbers.length > 0);
  const noise = readsNoise(run.step) ? plan.parameters.length : 0;
  const size = shared.length + noise + (isData ? BATCH_NUMBERS : 0);
  if (size === 0) return others;
  const host = others.find(({ numbers }) => texelsFor(numbers.length + size) === texelsFor(numbers.length));
  if (!host) return [...others, { along: 'shared', numbers: shared, noise, batch: isData }];
  return others.map((table) =>
    table === host ? { ...table, numbers: [...table.numbers, ...shared], noise, batch: isData } : table,
  );
}

/** Numbers in a record of the table. */
export const recordSize = ({ numbers, noise, batch }: TimedTable): number =>
  numbers.length + noise + (batch ? BATCH_NUMBERS : 0);
