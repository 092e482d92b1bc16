import { problemOf } from '../../experiment';
import type { ProblemChoice } from '../../experiment/core/types';
import { inLanguage, type Language } from '../../language';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';

/** The name of a problem; of a typed loss its formula. */
export const problemName = (problem: ProblemChoice, language: Language): string =>
  problem.kind === 'custom' ? problem.loss : (inLanguage(problemOf(problem)?.name, language) ?? problem.id);

/** The same of the problem that is shown. */
export function useProblemName(): string {
  const language = usePreference((state) => state.language);
  const problem = useExperimentPart((experiment) => experiment.problem);
  return problemName(problem, language);
}
