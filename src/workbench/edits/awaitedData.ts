import { changeSetting, fitScreen, parametersOf, toJson } from '../../experiment';
import type { DataChoice, Experiment, UserData } from '../../experiment/core/types';
import { userDataName } from '../../experiment/core/userDataName';
import { experimentOn } from '../device/userData';
import { awaitedNow } from '../stores/awaited';
import { currentExperiment, edit } from '../stores/experimentStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { viewFor } from './edits';

/** The experiment of the link that was opened, on the data that it awaits; null where these are others, or for another model. */
export function awaitedOn(id: string, data: UserData): Experiment | null {
  const awaited = awaitedNow();
  // The name is a hash of every row.
  if (!awaited || awaited.name !== userDataName(data)) return null;
  const experiment = experimentOn(toJson(awaited.experiment), data);
  return experiment?.problem.kind === 'data' && experiment.problem.id === id ? experiment : null;
}

/** Shows an experiment in place of the one that stood on the screen until its data came, and the screen as the link set it. */
export function showAwaited(awaited: Experiment, settings: DataChoice['settings']): void {
  const experiment = Object.entries(settings).reduce((one, [name, value]) => changeSetting(one, name, value), awaited);
  const { problem } = experiment;
  const before = screenStore.getState();
  const hasSameParameters = parametersOf(problem).join() === parametersOf(currentExperiment().problem).join();
  edit(experiment);
  setScreen({
    ...fitScreen(before, experiment),
    ...(!hasSameParameters && { view: viewFor(problem) }),
  });
}
