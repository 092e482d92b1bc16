import { useTranslations } from 'use-intl';
import { isOnUserData, toJson } from '../../experiment';
import { currentExperiment, useExperimentPart } from '../../workbench/stores/experimentStore';
import { downloadText } from '../shared/download';
import { fileStem } from '../shared/fileNames';

/** The experiment as a file, which opens where it is dropped on the page. */
export default function ExperimentForm() {
  const t = useTranslations('export');
  const hasUserData = useExperimentPart(isOnUserData);
  const name = `${fileStem(currentExperiment())}.json`;
  const save = () =>
    downloadText(`${JSON.stringify(toJson(currentExperiment()), null, 2)}\n`, name, 'application/json');
  return (
    <>
      <p>{t('experiment.about')}</p>
      {hasUserData && <p>{t('experiment.userData')}</p>}
      <div className="export-actions">
        <button type="button" className="button button-strong" onClick={save}>
          {t('saveFile', { name })}
        </button>
      </div>
    </>
  );
}
