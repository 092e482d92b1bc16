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

/**
 * @param usedRates computes the rates that the run used, for a schedule that reads its losses
 */
export function scheduleSubject(
  choice: Schedule,
  lr: number,
  updates: number,
  usedRates: () => ArrayLike<number>,
): ScheduleSubject {
  const entry = findSchedule(choice.kind);
  if (!entry) throw new RangeError(`no schedule ${choice.kind}`);
  if (entry.fromLosses) return ofRates(choice, lr, Array.from(usedRates()));
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

/** A schedule written out as the rates that it gave: each stands until the next change. */
function ofRates(choice: Schedule, lr: number, rates: readonly number[]): ScheduleSubject {
  const changes = rates.flatMap((rate, t) => (t > 0 && rate !== rates[t - 1] ? [t] : []));
  const written = changes.reduceRight<string>(
    (later, t) => `if(t < ${t}, ${rates[t - 1]}, ${later})`,
    String(rates.at(-1) ?? lr),
  );
  return { choice, rate: parseExpression(written), values: [], readsEpoch: false, beginsAtLr: (rates[0] ?? lr) === lr };
}
