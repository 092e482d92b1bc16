import { useTranslations } from 'use-intl';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { withLateMessages } from '../late/LateMessages';
import { ComplaintList } from './ComplaintList';

/** What was wrong with the link that was opened. */
export default withLateMessages(function LinkNotice() {
  const t = useTranslations('arrival');
  const complaints = useScreen((state) => state.complaints);
  const nothingValid = useScreen((state) => state.nothingValid);
  return (
    <div className="notice">
      <div>
        <p>{nothingValid ? t('nothingValid') : t('notRead', { count: complaints.length })}</p>
        <ComplaintList complaints={complaints} />
      </div>
      <DismissButton onClick={() => setScreen({ complaints: [], nothingValid: false })} />
    </div>
  );
});
