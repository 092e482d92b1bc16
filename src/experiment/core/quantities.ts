import { ruleById } from './choice';
import { plotQuantities, type Experiment, type PlotQuantity, type Run } from './types';

/** Names of the states of a run's rule. */
export const statesOf = ({ optimizer }: Pick<Run, 'optimizer'>): readonly string[] =>
  ruleById(optimizer).states.map(({ name }) => name);

/** Names that the lines of a run's rule assign, besides theta and states, in order. */
export const linesOf = ({ optimizer }: Pick<Run, 'optimizer'>): readonly string[] => {
  const { lines, states } = ruleById(optimizer);
  const others = new Set(['theta', ...states.map(({ name }) => name)]);
  return [...new Set(lines.map(({ name }) => name))].filter((name) => !others.has(name));
};

/** The name whose values a run's rule has drawn beside its path; undefined if there is none. */
export const drawnOf = ({ optimizer }: Pick<Run, 'optimizer'>): string | undefined => ruleById(optimizer).drawn;

/** The quantities that can be plotted along the steps of an experiment's runs, including every name of their rules. */
export function quantitiesOf({ runs }: Pick<Experiment, 'runs'>): readonly PlotQuantity[] {
  const states = runs.flatMap((run) => statesOf(run).map((name) => `state.${name}` as const));
  const lines = runs.flatMap((run) => linesOf(run).map((name) => `line.${name}` as const));
  return [...plotQuantities, ...new Set(states), ...new Set(lines)];
}
