import { defaultRun, doShareRates, hasOwnRate, openingRuns } from './defaults';
import type { Batch, ProblemChoice, Run } from './types';

/*
 * Which values of a run the user has set, and which are the problem's own. Nothing records it: a value that is what the
 * problem itself would give is the problem's.
 */

/**
 * The runs that a problem itself would give an optimizer: those that it opens with, then a new one, and then new ones with the
 * rates that optimizers of its family open with, which a change of the optimizer keeps. Every problem gives equally many, in the
 * same order.
 */
function ownRuns(optimizer: string, problem: ProblemChoice): readonly Run[] {
  const opening = openingRuns(problem);
  const fresh = defaultRun(optimizer, problem);
  return [
    ...opening.filter((run) => run.optimizer === optimizer),
    fresh,
    ...opening
      .filter((run) => doShareRates(run.optimizer, optimizer))
      .map(({ hyper: { lr = NaN } }) => ({ ...fresh, hyper: { ...fresh.hyper, lr } })),
  ];
}

/** The index of that one among a problem's own runs that a run differs from in the fewest values. */
function nearestOwn(run: Run, owns: readonly Run[]): number {
  const counts = owns.map((own) => differences(run, own));
  return counts.indexOf(Math.min(...counts));
}

/** Of the problem's own runs the one that a run differs from in the fewest values. */
export function nearestOwnRun(run: Run, problem: ProblemChoice): Run {
  const owns = ownRuns(run.optimizer, problem);
  return owns[nearestOwn(run, owns)] as Run;
}

const differences = (run: Run, own: Run): number =>
  Object.keys(own.hyper).filter((name) => run.hyper[name] !== own.hyper[name]).length +
  Number(!isSameBatch(run.batch, own.batch));

const isSameBatch = (one: Batch | undefined, other: Batch | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * A run on its way to another problem: what is the old problem's own becomes the new one's, what the user has set stays.
 * A rate with a schedule is set: the schedule may have been made for it. Of user data the rates follow from the data, so
 * that they mean nothing elsewhere.
 */
export function carryRun(run: Run, from: ProblemChoice, to: ProblemChoice): Run {
  const owns = ownRuns(run.optimizer, from);
  const index = nearestOwn(run, owns);
  const [own, next] = [owns[index], ownRuns(run.optimizer, to)[index]] as [Run, Run];
  const suitsData = from.kind === 'data' && from.userData !== undefined;
  const isOwn = (name: string) =>
    name === 'lr' && suitsData && hasOwnRate(run.optimizer)
      ? !run.schedule
      : run.hyper[name] === own.hyper[name] && !(name === 'lr' && run.schedule);
  const hyper = Object.fromEntries(
    Object.entries(run.hyper).map(([name, value]) => [name, isOwn(name) ? (next.hyper[name] ?? value) : value]),
  );
  const { batch: old, ...rest } = run;
  const batch = next.batch && (old && !isSameBatch(old, own.batch) ? old : next.batch);
  return { ...rest, hyper, ...(batch && { batch }) };
}
