import { useTranslations } from 'use-intl';
import { problemOf } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { usePreference } from '../../workbench/stores/preferences';
import { runLabel } from './runNames';

/** An experiment in a few words: its problem and its optimizers. Uses late messages. */
export function useContents(): (experiment: Experiment) => string {
  const t = useTranslations('arrival');
  const language = usePreference((state) => state.language);
  return ({ problem, runs }) => {
    const name = problem.kind === 'custom' ? problem.loss : (problemOf(problem)?.name[language] ?? problem.id);
    return t('contents', { problem: name, runs: runs.map((run) => runLabel(run, language)).join(t('comma')) });
  };
}
