import { ruleById } from './choice';
import { plotQuantities, type Experiment, type PlotQuantity, type Run } from './types';

/** Names of the states of a run's rule. */
export const statesOf = ({ optimizer }: Pick<Run, 'optimizer'>): readonly string[] =>
  ruleById(optimizer).states.map(({ name }) => name);

/** The quantities that can be plotted along the steps of an experiment's runs, including every state of their rules. */
export function quantitiesOf({ runs }: Pick<Experiment, 'runs'>): readonly PlotQuantity[] {
  const states = runs.flatMap((run) => statesOf(run).map((name) => `state.${name}` as const));
  return [...plotQuantities, ...new Set(states)];
}
