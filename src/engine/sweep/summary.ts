import { minimumByNewtonStep } from '../loss/newton';
import { DISTINCT_FACTOR, ROUNDING, testedOutcomes, type TestedOutcome } from '../trace/outcome';
import type { Plan, RunPlan } from '../plan/types';
import { endsEpoch } from '../samples/batches';
import { Stepper } from '../float64/stepper';
import type { Precision } from '../loss/evaluator';
import { sweepOutcomes } from './types';
import { earlierSlot, encodeEnd, lengthsOf, periods, restSlots, slotCount, staySlot, keptRowsOf } from './keptRows';

/** The summary of one run: loss, best loss, steps (NaN for none), and outcome and minimum as keptRows.ts encodes them. */
export type Summary = readonly [number, number, number, number];

/** Computes the only run of a plan on the CPU and summarizes it as the kernel does. */
export function summarize(plan: Plan, precision: Precision): Summary {
  const run = plan.runs[0] as RunPlan;
  const stepper = new Stepper(plan, run, precision);
  const summarizer = new RunSummarizer(plan, run);
  summarizer.recordLoss(stepper.currentLoss());
  for (let update = 0; update < run.updates && summarizer.isAlive; update += 1) {
    summarizer.recordPoint(stepper.theta, update);
    stepper.advance(update);
    const alive = stepper.theta.every(Number.isFinite);
    if (!alive || recordsLoss(run, update)) summarizer.recordLoss(stepper.currentLoss());
    if (!alive) summarizer.isAlive = false;
  }
  return summarizer.end(stepper.theta);
}

/** Whether the loss is recorded after this update: for a function after every one, for data at the end of an epoch. */
const recordsLoss = (run: RunPlan, update: number): boolean =>
  run.kind === 'function' || endsEpoch(run.batches, update);

class RunSummarizer {
  isAlive = true;
  private loss = Number.NaN;
  private best = Number.NaN;
  /** The last row at which the run was out of reach of every known minimum. */
  private lastOutOfReach = -1;
  /** The kept points by slot; NaN, which is near to nothing, before the run reaches them. */
  private readonly kept: number[][];
  private readonly keptRows;
  private readonly lengths;

  constructor(
    private readonly plan: Plan,
    private readonly run: RunPlan,
  ) {
    this.keptRows = keptRowsOf(run.updates);
    this.lengths = lengthsOf(plan.defaultRanges);
    this.kept = Array.from({ length: slotCount }, () => plan.parameters.map(() => Number.NaN));
  }

  recordLoss(loss: number): void {
    this.loss = loss;
    if (!Number.isFinite(loss)) this.isAlive = false;
    else if (!(loss >= this.best)) this.best = loss;
  }

  /** Records the point at a row before the last. */
  recordPoint(point: ArrayLike<number>, row: number): void {
    if (this.minimumNear(point) < 0) this.lastOutOfReach = row;
    this.keep(point, row);
  }

  private keep(point: ArrayLike<number>, row: number): void {
    for (const keptRow of this.keptRows.kept) if (keptRow.row === row) this.kept[keptRow.slot] = Array.from(point);
  }

  end(point: ArrayLike<number>): Summary {
    const minimum = this.isAlive ? this.minimumNear(point) : -1;
    this.keep(point, this.run.updates);
    const outcome = testedOutcomes.find((kind) => this.ends(kind, point, minimum)) ?? 'moving';
    return [
      this.loss,
      this.best,
      minimum < 0 ? Number.NaN : this.lastOutOfReach + 1,
      encodeEnd(sweepOutcomes.indexOf(outcome), minimum),
    ];
  }

  /** Whether the test of an outcome holds. */
  private ends(kind: TestedOutcome, point: ArrayLike<number>, minimum: number): boolean {
    switch (kind) {
      case 'diverged':
        return !this.isAlive;
      case 'cycling':
        return this.isCycling(point);
      case 'converged':
        return minimum < 0
          ? this.hasMinimumInSight(point)
          : this.run.updates - this.lastOutOfReach - 1 >= this.keptRows.stay;
      case 'left':
        return this.isOutside(point);
      case 'stalled':
        return this.isAtRest(point);
    }
  }

  private isAtRest(point: ArrayLike<number>): boolean {
    const counted = restSlots.filter((slot) => slot === staySlot || slot <= this.keptRows.stay);
    return counted.every((slot) => distance(point, this.at(slot)) <= this.lengths.unseen);
  }

  private isCycling(point: ArrayLike<number>): boolean {
    const recent = this.kept.slice(0, earlierSlot(0));
    const period = periods.find((p, k) => {
      const isLong = (this.keptRows.rounds[k] as number) > 0;
      return isLong && [p, earlierSlot(k)].every((slot) => distance(point, this.at(slot)) <= this.rounding(recent, p));
    });
    if (period === undefined) return false;
    const distinct = DISTINCT_FACTOR * this.rounding(recent, period);
    return recent.slice(1, period).every((other) => distance(point, other) > distinct);
  }

  /** The largest distance that rounding alone may cause in a round of `period` points. */
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
