import { minimumByNewtonStep } from '../loss/newton';
import { DISTINCT_FACTOR, ROUNDING } from '../trace/outcome';
import type { Plan, RunPlan } from '../plan/types';
import { Stepper } from '../float64/stepper';
import type { Precision } from '../loss/evaluator';
import { sweepOutcomes, type SweepOutcome } from './types';
import { earlierSlot, encodeEnd, lengthsOf, periods, restSlots, slotCount, staySlot, watchOf } from './watch';

/** What a sweep keeps of one run: loss, best loss, steps (NaN for none), and outcome and minimum as watch.ts encodes them. */
export type Summary = readonly [number, number, number, number];

/** Runs the only run of a plan in plain TypeScript and summarizes it as the kernel does. */
export function summarize(plan: Plan, precision: Precision): Summary {
  const run = plan.runs[0] as RunPlan;
  const stepper = new Stepper(plan, run, precision);
  const watcher = new Watcher(plan, run);
  watcher.look(stepper.currentLoss());
  for (let update = 0; update < run.updates && watcher.isAlive; update += 1) {
    watcher.see(stepper.theta, update);
    stepper.advance(update);
    const alive = stepper.theta.every(Number.isFinite);
    if (!alive || endsEpoch(run, update)) watcher.look(stepper.currentLoss());
    if (!alive) watcher.isAlive = false;
  }
  return watcher.end(stepper.theta);
}

/** Whether the loss is looked at after this update: of a function after every one. */
export const endsEpoch = ({ batches, updates }: RunPlan, update: number): boolean =>
  batches === null || update === updates - 1 || batches.epoch[update] !== batches.epoch[update + 1];

class Watcher {
  isAlive = true;
  private loss = Number.NaN;
  private best = Number.NaN;
  /** Row at which the run was last out of reach of every known minimum. */
  private away = -1;
  /** The points that are kept, by slot; NaN, which is near to nothing, before the run came to them. */
  private readonly kept: number[][];
  private readonly watch;
  private readonly lengths;

  constructor(
    private readonly plan: Plan,
    private readonly run: RunPlan,
  ) {
    this.watch = watchOf(run.updates);
    this.lengths = lengthsOf(plan.defaultRanges);
    this.kept = Array.from({ length: slotCount }, () => plan.parameters.map(() => Number.NaN));
  }

  look(loss: number): void {
    this.loss = loss;
    if (!Number.isFinite(loss)) this.isAlive = false;
    else if (!(loss >= this.best)) this.best = loss;
  }

  /** The point at a row before the last. */
  see(point: ArrayLike<number>, row: number): void {
    if (this.minimumNear(point) < 0) this.away = row;
    this.keep(point, row);
  }

  private keep(point: ArrayLike<number>, row: number): void {
    for (const stop of this.watch.stops) if (stop.row === row) this.kept[stop.slot] = Array.from(point);
  }

  end(point: ArrayLike<number>): Summary {
    const minimum = this.isAlive ? this.minimumNear(point) : -1;
    this.keep(point, this.run.updates);
    const outcome = this.isAlive ? this.outcome(point, minimum) : 'diverged';
    return [
      this.loss,
      this.best,
      minimum < 0 ? Number.NaN : this.away + 1,
      encodeEnd(sweepOutcomes.indexOf(outcome), minimum),
    ];
  }

  private outcome(point: ArrayLike<number>, minimum: number): SweepOutcome {
    if (this.isCycling(point)) return 'cycling';
    if (minimum < 0 ? this.hasMinimumInSight(point) : this.run.updates - this.away - 1 >= this.watch.stay)
      return 'converged';
    if (this.isOutside(point)) return 'left';
    return this.isAtRest(point) ? 'stalled' : 'moving';
  }

  private isAtRest(point: ArrayLike<number>): boolean {
    const counted = restSlots.filter((slot) => slot === staySlot || slot <= this.watch.stay);
    return counted.every((slot) => distance(point, this.at(slot)) <= this.lengths.unseen);
  }

  private isCycling(point: ArrayLike<number>): boolean {
    const recent = this.kept.slice(0, earlierSlot(0));
    const period = periods.find((p, k) => {
      const isLong = (this.watch.rounds[k] as number) > 0;
      return isLong && [p, earlierSlot(k)].every((slot) => distance(point, this.at(slot)) <= this.rounding(recent, p));
    });
    if (period === undefined) return false;
    const apart = DISTINCT_FACTOR * this.rounding(recent, period);
    return recent.slice(1, period).every((other) => distance(point, other) > apart);
  }

  /** What may be rounding alone, in a round of `period` points. */
  private rounding(recent: readonly (readonly number[])[], period: number): number {
    return ROUNDING * Math.max(...recent.slice(0, period).flat().map(Math.abs));
  }

  private minimumNear(point: ArrayLike<number>): number {
    return this.plan.minima.findIndex((minimum) => distance(point, minimum) <= this.lengths.reach);
  }

  private hasMinimumInSight(point: ArrayLike<number>): boolean {
    const target = minimumByNewtonStep(this.plan, point);
    const { reach } = this.lengths;
    return target !== null && distance(point, target) <= reach && distance(this.at(staySlot), target) <= reach;
  }

  private isOutside(point: ArrayLike<number>): boolean {
    return this.plan.defaultRanges.some(([low, high], i) => {
      const start = this.run.start[i] as number;
      return (point[i] as number) < Math.min(low, start) || (point[i] as number) > Math.max(high, start);
    });
  }

  private at(slot: number): readonly number[] {
    return this.kept[slot] as number[];
  }
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return Math.sqrt(sum);
}
