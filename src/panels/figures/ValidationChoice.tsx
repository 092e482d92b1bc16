import { useTranslations } from 'use-intl';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { Check } from '../controls/Check';
import { withLateMessages } from '../late/LateMessages';

/** Whether the validation loss is shown beside the training loss. */
export default withLateMessages(function ValidationChoice() {
  const t = useTranslations('validation');
  const isShown = useScreen((state) => state.validation);
  return <Check label={t('label')} value={isShown} onChange={(validation) => setScreen({ validation })} />;
});
