import { ruleById } from './choice';
import { plotQuantities, type Experiment, type PlotQuantity, type Run } from './types';

/** Names of the state that a run's rule keeps from one update to the next. */
export const statesOf = ({ optimizer }: Pick<Run, 'optimizer'>): readonly string[] =>
  ruleById(optimizer).states.map(({ name }) => name);

/** What can be drawn along the steps of an experiment's runs: of every rule each state, by name. */
export function quantitiesOf({ runs }: Pick<Experiment, 'runs'>): readonly PlotQuantity[] {
  const states = runs.flatMap((run) => statesOf(run).map((name) => `state.${name}` as const));
  return [...plotQuantities, ...new Set(states)];
}
