import type { ModifierId } from '../../catalogue';
import { changeModifiers, freshModifier } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';

/** Adds a modifier to a run as it is at first, or takes it away. */
export function setModifier(index: number, id: ModifierId, on: boolean): void {
  const experiment = currentExperiment();
  const others = Object.entries(experiment.runs[index]?.modifiers ?? {}).filter(([other]) => other !== id);
  edit(
    changeModifiers(experiment, index, {
      ...Object.fromEntries(others),
      ...(on && freshModifier(id, experiment.problem)),
    }),
  );
}

/** Freezes these parameters of a run, by their names, and no others. */
export const setFrozen = (index: number, frozen: readonly string[]): void =>
  edit(frozenIn(currentExperiment(), index, frozen));

/** The same of every run, as one edit. */
export const setFrozenInAll = (frozen: readonly string[]): void =>
  edit(
    currentExperiment().runs.reduce((experiment, _, index) => frozenIn(experiment, index, frozen), currentExperiment()),
  );

const frozenIn = (experiment: Experiment, index: number, frozen: readonly string[]): Experiment =>
  changeModifiers(experiment, index, { ...experiment.runs[index]?.modifiers, frozen });
