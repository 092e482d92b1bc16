/**
 * Edits by controls that load after the first picture. They are not in `edits.ts`, so that they load with these
 * controls.
 */

import type { ModifierId } from '../../catalogue';
import * as experiments from '../../experiment';
import type { Experiment, RunPrecision, Schedule } from '../../experiment/core/types';
import { changePrecision } from '../../experiment/core/changePrecision';
import { takeSuitedValues } from '../../experiment/core/takeSuitedValues';
import { currentExperiment, edit } from '../stores/experimentStore';

/** Gives a run the rate and the batch that suit the problem. */
export const takeSuited = (index: number): void => edit(takeSuitedValues(currentExperiment(), index));

// Modifiers of a run

/** Switches a modifier of a run on, with its default values, or off. */
export function setModifier(index: number, id: ModifierId, on: boolean): void {
  const experiment = currentExperiment();
  const others = Object.entries(experiment.runs[index]?.modifiers ?? {}).filter(([other]) => other !== id);
  edit(
    experiments.changeModifiers(experiment, index, {
      ...Object.fromEntries(others),
      ...(on && experiments.freshModifier(id, experiment.problem)),
    }),
  );
}

/** Freezes the parameters of these names in a run, and no others. */
export const setFrozen = (index: number, frozen: readonly string[]): void =>
  edit(withFrozen(currentExperiment(), index, frozen));

/** Freezes these parameters, and no others, in every run, as one edit. */
export const setFrozenInAll = (frozen: readonly string[]): void =>
  edit(
    currentExperiment().runs.reduce(
      (experiment, _, index) => withFrozen(experiment, index, frozen),
      currentExperiment(),
    ),
  );

const withFrozen = (experiment: Experiment, index: number, frozen: readonly string[]): Experiment =>
  experiments.changeModifiers(experiment, index, { ...experiment.runs[index]?.modifiers, frozen });

// Precision of a run

/** Sets the numbers in which a run computes; undefined means those of the engine. */
export const setPrecision = (index: number, precision: RunPrecision | undefined): void =>
  edit(changePrecision(currentExperiment(), index, precision));

// Schedule of a run

/** Sets a schedule, whose arguments must be within their limits; undefined means a constant rate. */
export const setSchedule = (index: number, schedule: Schedule | undefined, settled = true): void =>
  edit(experiments.changeSchedule(currentExperiment(), index, schedule), settled);

const scheduleOf = (index: number): Schedule | undefined => currentExperiment().runs[index]?.schedule;
const updatesOf = (index: number): number => experiments.updateCounts(currentExperiment())[index] ?? 1;

/** A schedule of this kind that fits the run's length and learning rate. */
function newSchedule(index: number, kind: string): Schedule {
  const lr = Number(currentExperiment().runs[index]?.hyper['lr']);
  return experiments.freshSchedule(kind, updatesOf(index), lr);
}

/** Changes the kind of a run's schedule and keeps its warm-up. */
export function setScheduleKind(index: number, kind: string): void {
  const warmup = scheduleOf(index)?.warmup;
  setSchedule(index, { ...newSchedule(index, kind), ...(warmup && { warmup }) });
}

/** Adds a warm-up before a run's schedule, or removes it. */
export function setWarmup(index: number, on: boolean): void {
  const { kind, args } = scheduleOf(index) ?? newSchedule(index, 'constant');
  setSchedule(index, { kind, args, ...(on && { warmup: experiments.freshWarmup(updatesOf(index)) }) });
}
