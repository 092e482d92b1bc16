import { findOptimizer } from '../../catalogue';
import { runReference } from '../../engine/float64/reference';
import { planExperiment } from '../../engine/plan/plan';
import { tensorsOfChoice } from '../../engine/plan/tensorsOfChoice';
import { randomSource } from '../../engine/samples/random';
import { defaultRanges, modelOf, parametersOf, problemOf, updateCounts } from '../../experiment';
import { changePrecision } from '../../experiment/core/changePrecision';
import { dataProblem } from '../../experiment/core/choice';
import type { Experiment, Modifiers, Run, RunPrecision } from '../../experiment/core/types';
import type { Tensor } from '../../formula/tensor';
import { lossSubject, type LossSubject } from './loss';
import { ruleSubject, type RuleSubject } from './rule';
import { scheduleSubject, type ScheduleSubject } from './schedule';

/** All that a program for one run of an experiment is made from. */
export interface Subject {
  /** Names of the problem and the optimizer, in English, as the programs' comments are. */
  readonly problem: string;
  readonly optimizer: string;
  readonly parameters: readonly string[];
  /** The tensors that they form. */
  readonly tensors: readonly Tensor[];
  readonly start: readonly number[];
  readonly updates: number;
  readonly seed: number;
  readonly loss: LossSubject;
  readonly rule: RuleSubject;
  /** Null for a constant rate. */
  readonly schedule: ScheduleSubject | null;
  readonly modifiers: Modifiers;
  /** The numbers in which the page computes the run; programs compute in float64. Null for those of its engine. */
  readonly precision: RunPrecision | null;
  /** The box that every update ends in, [low, high] of each parameter; null without one. */
  readonly domain: readonly (readonly [number, number])[] | null;
  /** The range of each parameter that the page shows. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** @param index of the run. Throws RangeError if there is no such run. */
export function subjectOf(experiment: Experiment, index: number): Subject {
  const { problem, seed } = experiment;
  const run = experiment.runs[index];
  const updates = updateCounts(experiment)[index];
  if (!run || updates === undefined) throw new RangeError(`no run ${index}`);
  const entry = problemOf(problem);
  const parameters = parametersOf(problem);
  return {
    problem: entry?.name.en ?? 'Typed loss',
    optimizer: findOptimizer(run.optimizer)?.name.en ?? run.optimizer,
    parameters,
    tensors: tensorsOfChoice(problem),
    start: startOf(experiment),
    updates,
    seed,
    loss: lossSubject(experiment, run),
    rule: ruleSubject(run),
    schedule: run.schedule ? scheduleSubject(run.schedule, lrOf(run), updates, () => usedRates(experiment, run)) : null,
    modifiers: run.modifiers ?? {},
    precision: run.precision ?? null,
    domain: entry?.kind === 'function' ? (entry.domain ?? null) : null,
    ranges: defaultRanges(problem),
  };
}

/** The rates of the run's updates in float64. */
const usedRates = (experiment: Experiment, run: Run): ArrayLike<number> =>
  runReference(planExperiment(changePrecision({ ...experiment, runs: [run] }, 0)))[0]?.lr ?? [];

const lrOf = ({ hyper }: Run): number => Number(hyper.lr ?? Number.NaN);

function startOf({ problem, start, seed }: Experiment): readonly number[] {
  if (start) return start;
  if (problem.kind !== 'data') throw new RangeError('a function without a start');
  return dataProblem(problem.id).initial(modelOf(problem), randomSource(seed, 'initial'));
}
