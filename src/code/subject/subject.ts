import { providePrecision } from '../../engine/float64/precisionParts';
import { runReference } from '../../engine/float64/reference';
import { precision } from '../../engine/precision';
import { planExperiment } from '../../engine/plan/plan';
import { tensorsOfChoice } from '../../engine/plan/tensorsOfChoice';
import { problemOf } from '../../experiment';
import type { Experiment, Modifiers, Run, RunPrecision } from '../../experiment/core/types';
import type { Tensor } from '../../formula/tensor';
import { ruleSubject, type RuleSubject } from './rule';
import { runSubject, type RunSubject } from './run';
import { scheduleSubject, type ScheduleSubject } from './schedule';

/** All that a program for a run by an update rule is made from. */
export interface Subject extends RunSubject {
  /** The tensors that the parameters form. */
  readonly tensors: readonly Tensor[];
  readonly rule: RuleSubject;
  /** Null for a constant rate. */
  readonly schedule: ScheduleSubject | null;
  readonly modifiers: Modifiers;
  /** The numbers in which the run computes; null for those of the page's engine, where programs compute in float64. */
  readonly precision: RunPrecision | null;
  /** The box that every update ends in, [low, high] of each parameter; null without one. */
  readonly domain: readonly (readonly [number, number])[] | null;
}

/** @param index of the run. Throws RangeError if there is no such run, and for one by a classical method. */
export function subjectOf(experiment: Experiment, index: number): Subject {
  const { run, subject } = runSubject(experiment, index);
  const { problem } = experiment;
  const entry = problemOf(problem);
  return {
    ...subject,
    tensors: tensorsOfChoice(problem),
    rule: ruleSubject(run),
    schedule: run.schedule
      ? scheduleSubject(run.schedule, lrOf(run), subject.updates, () => usedRates(experiment, run))
      : null,
    modifiers: run.modifiers ?? {},
    precision: run.precision ?? null,
    domain: entry?.kind === 'function' ? (entry.domain ?? null) : null,
  };
}

/** The rates of the run's updates, in its own numbers or in float64. */
function usedRates(experiment: Experiment, run: Run): ArrayLike<number> {
  providePrecision(precision);
  return runReference(planExperiment({ ...experiment, runs: [run] }))[0]?.lr ?? [];
}

const lrOf = ({ hyper }: Run): number => Number(hyper.lr ?? Number.NaN);
