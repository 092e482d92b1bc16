import { useTranslations } from 'use-intl';
import { problemOf } from '../../experiment';
import type { Experiment, ProblemChoice } from '../../experiment/core/types';
import { inLanguage, type Language } from '../../language';
import { usePreference } from '../../workbench/stores/preferences';
import { runLabel } from './runNames';

/** The name of a problem; of a typed loss its formula. */
export const problemName = (problem: ProblemChoice, language: Language): string =>
  problem.kind === 'custom' ? problem.loss : (inLanguage(problemOf(problem)?.name, language) ?? problem.id);

/** An experiment in a few words: its problem and its optimizers. Uses late messages. */
export function useContents(): (experiment: Experiment) => string {
  const t = useTranslations('arrival');
  const language = usePreference((state) => state.language);
  return ({ problem, runs }) =>
    t('contents', {
      problem: problemName(problem, language),
      runs: runs.map((run) => runLabel(run, language)).join(t('comma')),
    });
}
