import type { Vanishing } from '../float64/precisionParts';
import { Stepper } from '../float64/stepper';
import type { Plan, RunPlan } from '../plan/types';
import { stateAt } from '../theory/edge';
import { pointAtRow } from '../trace/rows';
import type { RunTrace } from '../trace/types';
import { roundTo, unitAt } from './rounding';

/**
 * That the updates of a run in a format of 16 bits are too small to change its parameters: the last update, computed in
 * float64 from the row before, rounds to nothing in every parameter.
 */
export function vanishing(plan: Plan, run: RunPlan, trace: RunTrace, last: number): Vanishing | null {
  const { format, master } = run.precision ?? {};
  if (last === 0 || master || (format !== 'bfloat16' && format !== 'float16')) return null;
  const before = pointAtRow(trace, last - 1);
  const exact = new Stepper(plan, { ...run, precision: undefined }, 'float64');
  exact.theta.set(before);
  exact.state.set(stateAt(trace, last - 1));
  exact.advance(last - 1);
  const updates = exact.theta.map((x, i) => x - (before[i] as number));
  const round = roundTo[format];
  const isLost = updates.every((update, i) => round((before[i] as number) + update) === before[i]);
  if (!isLost || updates.every((update) => update === 0)) return null;
  const gaps = updates.map((update, i) => gapBeside(format, before[i] as number, update));
  const shares = updates.map((update, i) => Math.abs(update) / (gaps[i] as number));
  const i = shares.indexOf(Math.max(...shares));
  const [value, gap, update] = [before, gaps, updates].map((numbers) => numbers[i] as number) as [
    number,
    number,
    number,
  ];
  return { format, parameter: plan.parameters[i] ?? '', value, gap, update };
}

/** The distance from a number to the next one of a format in the direction of an update; below a power of two it is half as long. */
function gapBeside(format: 'bfloat16' | 'float16', x: number, update: number): number {
  const unit = unitAt(format, x);
  const nearer = x + (Math.sign(update) * unit) / 2;
  return x * update < 0 && roundTo[format](nearer) === nearer ? unit / 2 : unit;
}
