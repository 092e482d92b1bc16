import type { Precision } from '../../engine/loss/evaluator';
import { readExperiment } from '../../experiment';
import { refuteAny, scriptEvidence } from '../../lessons/testing/evidence';
import type { Claim } from '../../lessons/types';
import type { QuestionClaim } from '../claims';
import type { QuestionExperiment } from '../types';
import { eigenvaluesAt, newtonPoint, turnOf } from './geometry';
import { compute, finderOf, type Computed, type QuestionRun } from './runs';

/**
 * Why a claim does not hold, in words; null if it holds.
 * @param precision of the runs
 */
export function refute(claim: QuestionClaim, computed: Computed, precision: Precision): string | null {
  const { plan, runs } = computed;
  switch (claim.kind) {
    case 'onlyIn':
      return claim.precision === precision ? refute(claim.claim, computed, precision) : null;
    case 'instead':
      return refute(claim.claim, compute(changed(computed.experiment, claim.changes), precision), precision);
    case 'diverges':
      // Overflow is where float32 ends: in float64 it comes later, if at all.
      return precision === 'float32' ? refuteOfLesson(claim, computed) : null;
    case 'curved': {
      const found = eigenvaluesAt(plan, claim.at);
      const tolerance = 1e-3 * Math.max(...claim.by.map(Math.abs));
      const holds = found.length === claim.by.length && found.every((value, i) => near(value, claim.by[i], tolerance));
      return holds ? null : `the eigenvalues are ${found.join(', ')}`;
    }
    case 'newton': {
      const found = newtonPoint(plan, claim.from);
      return found.every((value, i) => near(value, claim.to[i], 1e-9)) ? null : `it leads to ${found.join(', ')}`;
    }
    case 'leads': {
      const [one, other] = [runAt(runs, claim.run), runAt(runs, claim.of)];
      const gaps = other.params.slice(1).map((point, k) => {
        const ahead = point.map((value, i) => value + claim.by * (value - numberAt(other.params[k], i)));
        return Math.hypot(...ahead.map((value, i) => value - numberAt(one.params[k + 1], i)));
      });
      const widest = Math.max(...gaps);
      return widest <= claim.within ? null : `the points are up to ${widest} apart`;
    }
    case 'scatters': {
      const [one, other] = [claim.run, claim.than].map((run) => spread(computed, run, claim.after)) as [number, number];
      return between(one / other, claim) ? null : `${one} over ${other} is ${one / other}`;
    }
    case 'turned': {
      const angle = turnOf(plan, runAt(runs, claim.run).params, claim.update);
      return near(angle, claim.degrees, 0.5) ? null : `the update is turned by ${angle} degrees`;
    }
    case 'state': {
      const names = plan.runs[claim.run]?.step.states.map(({ name }) => name) ?? [];
      const width = plan.parameters.length;
      const value = numberAt(runAt(runs, claim.run).state?.[claim.row], names.indexOf(claim.name) * width);
      return between(value, claim) ? null : `${claim.name} is ${value}`;
    }
    case 'finds': {
      const reading = finderOf(computed.experiment, precision)[claim.run];
      const rate = reading?.rates[reading[claim.of] ?? -1] ?? Number.NaN;
      return between(rate, claim) ? null : `the rate is ${rate}`;
    }
    case 'updates':
    case 'rate':
    case 'flips':
    case 'falls':
    case 'rebounds':
    case 'gap':
    case 'lowestAt':
    case 'meanAbove':
    case 'alike':
      return refuteOfRun(claim, runAt(runs, claim.run));
    default:
      return refuteOfLesson(claim, computed);
  }
}

/** A claim of the kinds that lessons have. */
const refuteOfLesson = (claim: Claim, { experiment, runs }: Computed): string | null =>
  refuteAny(claim, scriptEvidence(readExperiment(experiment), runs));

type RunClaim = Extract<
  QuestionClaim,
  {
    readonly kind: 'updates' | 'rate' | 'flips' | 'falls' | 'rebounds' | 'gap' | 'lowestAt' | 'meanAbove' | 'alike';
  }
>;

/** The same for claims that are about one run's record alone. */
function refuteOfRun(claim: RunClaim, run: QuestionRun): string | null {
  switch (claim.kind) {
    case 'updates':
      return run.params.length - 1 === claim.count ? null : `it makes ${run.params.length - 1} updates`;
    case 'rate': {
      const rate = numberAt(run.lr, claim.update - 1);
      return near(rate, claim.is, 1e-6 * claim.is) ? null : `the rate is ${rate}`;
    }
    case 'flips': {
      const flips = run.params.filter(
        (point, k) => k > 0 && numberAt(point, claim.parameter) * numberAt(run.params[k - 1], claim.parameter) < 0,
      ).length;
      return between(flips, claim) ? null : `it changes its sign ${flips} times`;
    }
    case 'falls': {
      const row = run.loss.findIndex((loss, k) => k > 0 && !(loss <= numberAt(run.loss, k - 1)));
      return row < 0 ? null : `the loss rises at update ${row}`;
    }
    case 'rebounds': {
      const rise = largestRise(run.loss.slice(claim.from ?? 0, (claim.to ?? Infinity) + 1));
      return rise >= claim.times ? null : `the loss rises to ${rise} times at most`;
    }
    case 'gap': {
      const ratio = (run.validation?.at(-1) ?? Number.NaN) / (run.loss.at(-1) ?? Number.NaN);
      return between(ratio, claim) ? null : `the ratio is ${ratio}`;
    }
    case 'lowestAt': {
      const losses = run.validation ?? [];
      const row = losses.indexOf(Math.min(...losses));
      return between(row, claim) ? null : `the validation loss is lowest at row ${row}`;
    }
    case 'meanAbove': {
      const mean = run.loss.slice(0, claim.updates).reduce((sum, loss) => sum + loss, 0) / claim.updates;
      const after = numberAt(run.loss, claim.updates);
      return mean >= claim.times * after ? null : `the mean is ${mean}, the loss after it ${after}`;
    }
    case 'alike': {
      const differs = run.params.findIndex((point) => new Set(claim.parameters.map((i) => point[i])).size > 1);
      return differs < 0 ? null : `they differ at row ${differs}`;
    }
  }
}

const near = (value: number, other: number | undefined, within: number): boolean =>
  Math.abs(value - (other ?? Number.NaN)) <= within;

const between = (value: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  value >= from && value <= to;

const numberAt = (values: readonly number[] | undefined, index: number): number => values?.at(index) ?? Number.NaN;

function runAt(runs: readonly QuestionRun[], index: number): QuestionRun {
  const run = runs[index];
  if (!run) throw new RangeError(`no run ${index}`);
  return run;
}

/** Largest loss over a smaller one before it. */
function largestRise(losses: readonly number[]): number {
  let lowest = Infinity;
  let largest = 0;
  for (const loss of losses) {
    lowest = Math.min(lowest, loss);
    largest = Math.max(largest, loss / lowest);
  }
  return largest;
}

/** Root of the mean squared distance from the problem's minimum, from a row on. */
function spread({ plan, runs }: Computed, run: number, after: number): number {
  const [minimum] = plan.minima;
  if (!minimum) throw new TypeError('no known minimum to be near to');
  const squares = runAt(runs, run)
    .params.slice(after)
    .map((point) => Math.hypot(...point.map((value, i) => value - numberAt(minimum, i))) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** An experiment with some fields changed; an object is merged into the one that is there, and undefined removes. */
const changed = (experiment: QuestionExperiment, changes: object): QuestionExperiment =>
  merged(experiment, changes) as QuestionExperiment;

const merged = (before: unknown, after: unknown): unknown =>
  isPlain(before) && isPlain(after)
    ? Object.fromEntries(
        [...new Set([...Object.keys(before), ...Object.keys(after)])]
          .map((key) => [key, key in after ? merged(before[key], after[key]) : before[key]] as const)
          .filter(([, value]) => value !== undefined),
      )
    : after;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
