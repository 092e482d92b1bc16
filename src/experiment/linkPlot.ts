import { parametersOf, ruleById } from './choice';
import { oneOf } from './expectations';
import { encodeText } from './linkText';
import type { Reader } from './reader';
import { plotQuantities, type Experiment, type PlotChoice, type PlotQuantity, type Run } from './types';

/** Names of the state that a run's rule keeps from one update to the next. */
export const statesOf = ({ optimizer }: Pick<Run, 'optimizer'>): readonly string[] => ruleById(optimizer).states.map(({ name }) => name);

/** What can be drawn along the steps of an experiment's runs: of every rule each state, by name. */
export function quantitiesOf({ runs }: Pick<Experiment, 'runs'>): readonly PlotQuantity[] {
  const states = runs.flatMap((run) => statesOf(run).map((name) => `state.${name}` as const));
  return [...plotQuantities, ...new Set(states)];
}

export const encodePlot = ({ quantity, parameter }: PlotChoice): string =>
  [quantity, ...(parameter === undefined ? [] : [parameter])].map(encodeText).join(';');

/** Undefined, with a complaint, where there is no such quantity; a parameter that is not there is left out, with one too. */
export function decodePlot(reader: Reader, text: string, experiment: Experiment): PlotChoice | undefined {
  const [written = '', ...rest] = text.split(';');
  const quantity = reader.read('plot', written, oneOf(quantitiesOf(experiment)), undefined);
  if (quantity === undefined) return undefined;
  const parameter = rest.length === 0 ? undefined : reader.read('plot', rest.join(';'), oneOf(parametersOf(experiment.problem)), undefined);
  return { quantity, ...(parameter !== undefined && { parameter }) };
}
