import type { DataProblem, Setting } from '../../catalogue';
import { modelOf, problemOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';

/** The catalogue's entry of a data problem; null for any other problem. */
export function dataProblemOf(choice: ProblemChoice): DataProblem | null {
  const entry = problemOf(choice);
  return entry?.kind === 'data' ? entry : null;
}

interface Settings {
  readonly settings: Readonly<Record<string, Setting>>;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * The constants of a function problem or the settings of a data problem, with their values. Of user data only the
 * settings of the model apply.
 */
export function settingsOf(choice: ProblemChoice): Settings {
  const entry = problemOf(choice);
  if (choice.kind === 'function' && entry?.kind === 'function')
    return { settings: entry.constants, values: choice.constants };
  if (choice.kind === 'data' && entry?.kind === 'data')
    return { settings: choice.userData ? ofModel(entry) : entry.settings, values: choice.settings };
  return { settings: {}, values: {} };
}

const ofModel = ({ settings, modelSettings }: DataProblem): Settings['settings'] =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => modelSettings.includes(name)));

/** The formula of the loss; of a data problem, that of one sample. */
export function lossTextOf(choice: ProblemChoice): string {
  if (choice.kind === 'custom') return choice.loss;
  if (choice.kind === 'data') return modelOf(choice).loss;
  const entry = problemOf(choice);
  return entry?.kind === 'function' ? entry.loss : '';
}
