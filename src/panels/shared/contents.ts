import { useTranslations } from 'use-intl';
import type { Experiment } from '../../experiment/core/types';
import { usePreference } from '../../workbench/stores/preferences';
import { problemName } from './problemName';
import { runNames } from './runNames';

/** An experiment in a few words: its problem and its runs by their names. Uses late messages. */
export function useContents(): (experiment: Experiment) => string {
  const t = useTranslations('arrival');
  const language = usePreference((state) => state.language);
  return ({ problem, runs }) =>
    t('contents', {
      problem: problemName(problem, language),
      runs: runNames(runs, language).join(t('comma')),
    });
}
