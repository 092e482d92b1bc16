import { useTranslations } from 'use-intl';
import type { Experiment } from '../../../experiment/core/types';

/** How long the runs of an experiment are, in words: updates, or epochs of data. */
export function useLengthWords(): (experiment: Experiment) => string {
  const t = useTranslations('tune');
  return ({ steps, epochs }) =>
    epochs === undefined ? t('updates', { count: steps ?? 0 }) : t('epochs', { count: epochs });
}
