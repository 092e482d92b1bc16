import { useTranslations } from 'use-intl';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';

/** Whether the validation loss is shown beside the training loss. */
export default withLateMessages(function ValidationChoice() {
  const t = useTranslations('validation');
  const isShown = useScreen((state) => state.validation);
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isShown}
        onChange={({ currentTarget }) => setScreen({ validation: currentTarget.checked })}
      />
      {t('label')}
    </label>
  );
});
