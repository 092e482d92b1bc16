import { useTranslations } from 'use-intl';
import { showOnScreen, useScreen } from '../../workbench/stores/screenStore';
import { LaterWords } from '../shared/LaterWords';

function Chosen() {
  const t = useTranslations('validation');
  const isShown = useScreen((state) => state.validation);
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isShown}
        onChange={({ currentTarget }) => showOnScreen({ validation: currentTarget.checked })}
      />
      {t('label')}
    </label>
  );
}

/** Whether the loss of the samples that were kept back stands beside that of the others. */
export default function ValidationChoice() {
  return (
    <LaterWords>
      <Chosen />
    </LaterWords>
  );
}
