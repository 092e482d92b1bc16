import { useTranslations } from 'use-intl';
import { hyperDomain } from '../../catalogue';
import { BATCH_SIZE, type StageControl } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';

/** The words for a control of a stage: a hyperparameter's name, or that of the batch size. */
export function useControlLabel(): (control: StageControl) => string {
  const t = useTranslations('settings');
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  return ({ run, name }) =>
    name === BATCH_SIZE ? t('batchSize') : inLanguage(hyperDomain(name, runs[run]?.optimizer).name, language);
}
