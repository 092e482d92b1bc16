import { findSchedule, rateFunction } from '../../catalogue';
import { rateText, WARMUP } from '../../catalogue/schedules/rate';
import type { Schedule } from '../../experiment/core/types';
import { parseExpression, type Expression } from '../../formula';
import { freeNames } from '../../formula/syntax';

/** A schedule as the formula of its rate, and as the catalogue's entry with its arguments. */
export interface ScheduleSubject {
  readonly choice: Schedule;
  /** The rate of update `t`, from 0, over the names in `values`, `t` and `epoch`. */
  readonly rate: Expression;
  /** Values of the names that the formula reads. */
  readonly values: readonly (readonly [name: string, value: number])[];
  readonly readsEpoch: boolean;
  /** Whether the first update has the run's own rate. */
  readonly beginsAtLr: boolean;
}

export function scheduleSubject(choice: Schedule, lr: number, updates: number): ScheduleSubject {
  const entry = findSchedule(choice.kind);
  if (!entry) throw new RangeError(`no schedule ${choice.kind}`);
  const { args, warmup } = choice;
  const rate = parseExpression(rateText(entry, choice, updates));
  const read = freeNames(rate);
  const values = new Map<string, number>([['lr', lr]]);
  for (const [name, value] of Object.entries(args)) if (typeof value === 'number') values.set(name, value);
  if (warmup) values.set(WARMUP.startFactor, warmup.startFactor).set(WARMUP.steps, warmup.steps);
  return {
    choice,
    rate,
    values: [...values].filter(([name]) => read.has(name)),
    readsEpoch: read.has('epoch'),
    beginsAtLr: rateFunction(entry, choice, updates)(lr, 0, 0) === lr,
  };
}
