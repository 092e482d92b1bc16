import { isSameTarget } from '../../experiment';
import type { AxisTarget } from '../../experiment/core/types';
import type { ParameterInputName, NodeId } from '../../formula';
import type { Updates } from '../samples/batches';
import { readsNoise } from '../plan/parameterInputs';
import { texelsFor } from '../gpu/texels';
import type { SweepPlan } from './plan';
import type { VariesAlong } from './coefficients';

/** A number that the kernel reads once per run. */
export type FixedNumber =
  | { readonly kind: 'coefficient'; readonly node: NodeId }
  | { readonly kind: 'parameterInput'; readonly name: ParameterInputName; readonly index: number }
  | { readonly kind: 'constant' | 'start' | 'foundMinimum'; readonly index: number };

/** A table with a record for every update (of every column, row or run); its fields say what a record holds, in order. */
export interface UpdateTable {
  readonly along: VariesAlong;
  /** Per-update coefficients; a table along an axis may hold `shared` ones as well. */
  readonly numbers: readonly { readonly node: NodeId; readonly along: VariesAlong }[];
  /** How many numbers of noise follow: one per parameter, or none. */
  readonly noise: number;
  /** The batches whose numbers follow, one batch for each update; null if none follow. */
  readonly batches: Updates | null;
}

/** Which numbers the kernel reads from which table; `tables.ts` writes and `shader.ts` reads by it. */
export interface SweepLayout {
  readonly fixed: Readonly<Record<'shared' | 'x' | 'y', readonly FixedNumber[]>>;
  readonly perUpdate: readonly UpdateTable[];
}

/** Runs per texel where only their losses are kept (shader.lossOnly.ts). */
export const RUNS_PER_TEXEL = 4;

/** Start, start of the tail, end, the two weights (batches.ts), and 1 where the update ends an epoch. */
export const BATCH_NUMBERS = 6;

export function layoutOf(sweep: SweepPlan): SweepLayout {
  const { plan, run, minima } = sweep;
  const axisOf = (target: AxisTarget) =>
    isSameTarget(sweep.x.target, target) ? 'x' : isSameTarget(sweep.y.target, target) ? 'y' : 'shared';
  const assigned: { along: 'shared' | 'x' | 'y'; number: FixedNumber }[] = [
    ...(plan.kind === 'data'
      ? []
      : plan.loss.others.map(
          (name, index) =>
            ({ along: axisOf({ kind: 'constant', name }), number: { kind: 'constant', index } }) as const,
        )),
    ...Array.from(
      run.start,
      (_, index) => ({ along: axisOf({ kind: 'start', index }), number: { kind: 'start', index } }) as const,
    ),
    ...(minima.ofConstants
      ? []
      : minima.inputs.map((_, index) => ({ along: 'shared', number: { kind: 'foundMinimum', index } }) as const)),
    ...run.step.parameterInputs.flatMap(({ name, perUpdate, nodes }) =>
      perUpdate
        ? []
        : nodes.map((_, index) => ({ along: 'shared', number: { kind: 'parameterInput', name, index } }) as const),
    ),
    ...sweep.coefficients.fixed.map(({ node, along }) => {
      if (along === 'pixel') throw new RangeError('fixed coefficients are never computed for each run');
      return { along, number: { kind: 'coefficient', node } } as const;
    }),
  ];
  const inTable = (along: 'shared' | 'x' | 'y') =>
    assigned.filter((entry) => entry.along === along).map(({ number }) => number);
  return { fixed: { shared: inTable('shared'), x: inTable('x'), y: inTable('y') }, perUpdate: updateTables(sweep) };
}

/** Shared numbers go into spare room of another table's texels if there is any, because every texel read is costly. */
function updateTables({ coefficients, plan, run }: SweepPlan): UpdateTable[] {
  const batches = run.kind === 'data' ? run.batches : null;
  const shared = coefficients.perUpdate.filter(({ along }) => along === 'shared');
  const others = (['pixel', 'x', 'y'] as const)
    .map((along): UpdateTable => ({
      along,
      numbers: coefficients.perUpdate.filter((number) => number.along === along),
      noise: 0,
      batches: null,
    }))
    .filter(({ numbers }) => numbers.length > 0);
  const noise = readsNoise(run.step) ? plan.parameters.length : 0;
  const size = shared.length + noise + (batches ? BATCH_NUMBERS : 0);
  if (size === 0) return others;
  const host = others.find(({ numbers }) => texelsFor(numbers.length + size) === texelsFor(numbers.length));
  if (!host) return [...others, { along: 'shared', numbers: shared, noise, batches }];
  return others.map((table) =>
    table === host ? { ...table, numbers: [...table.numbers, ...shared], noise, batches } : table,
  );
}

/** Numbers in a record of the table. */
export const recordSize = ({ numbers, noise, batches }: UpdateTable): number =>
  numbers.length + noise + (batches ? BATCH_NUMBERS : 0);
