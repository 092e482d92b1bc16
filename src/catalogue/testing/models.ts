import type { DataModel, DataProblem, FunctionProblem, Problem, SettingValues } from '../types';

/** Every setting of a data problem at its default. */
export const defaultSettings = ({ settings }: DataProblem): Record<string, number> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));

/** Models of a data problem: with default settings, with each of the model's settings at its limits, and with the fewest and the most features. */
export function modelsOf(problem: DataProblem): { readonly settings: SettingValues; readonly model: DataModel }[] {
  const defaults = defaultSettings(problem);
  const limits = problem.modelSettings.flatMap((name) => {
    const setting = problem.settings[name];
    return setting
      ? [
          { ...defaults, [name]: setting.min },
          { ...defaults, [name]: setting.max },
        ]
      : [];
  });
  const sampled = [defaults, ...limits].map((settings) => ({ settings, model: problem.model(settings) }));
  const ofUserData = (problem.features ? [problem.features.min, problem.features.max] : []).map((features) => ({
    settings: defaults,
    model: problem.model(defaults, features),
  }));
  return [...sampled, ...ofUserData];
}

function functionLosses({ loss, objective, parameters, constants }: FunctionProblem) {
  const others = Object.keys(constants);
  return objective === undefined
    ? [{ loss, parameters, others }]
    : [
        { loss, parameters, others: [...others, 't'] },
        { loss: objective, parameters, others },
      ];
}

/** The loss formulas that a problem can have, and the names they use. */
export const lossesOf = (
  problem: Problem,
): { readonly loss: string; readonly parameters: readonly string[]; readonly others: readonly string[] }[] =>
  problem.kind === 'function'
    ? functionLosses(problem)
    : modelsOf(problem).map(({ model }) => ({ loss: model.loss, parameters: model.parameters, others: model.columns }));
