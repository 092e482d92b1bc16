import { useTranslations } from 'use-intl';
import { fillMessage } from '../../experiment';
import type { Complaint } from '../../experiment/core/complaints';
import { formulaErrorCodes, formulaSentence } from '../../formula';
import { usePreference } from '../../workbench/stores/preferences';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { withLateMessages } from '../late/LateMessages';

/** The number of complaints that are shown: more would cover the plots. */
const SHOWN = 5;

function useComplaintMessage(): (complaint: Complaint) => string {
  const t = useTranslations();
  const formulaMessages = usePreference((state) => state.messages.formula);
  return (complaint) => {
    const { code, allowed } = complaint;
    // A formula's complaint has the placeholders of the FormulaError's message, which is in the user's language too.
    const reason = formulaErrorCodes.find((candidate) => candidate === allowed['reason']);
    const message = reason && { message: formulaSentence(formulaMessages, { code: reason, values: allowed }) };
    return fillMessage(String(t.raw(`complaint.${code}`)), { ...complaint, allowed: { ...allowed, ...message } });
  };
}

/** What was wrong with the link that was opened. */
export default withLateMessages(function LinkNotice() {
  const t = useTranslations('notice');
  const message = useComplaintMessage();
  const complaints = useScreen((state) => state.complaints);
  const nothingValid = useScreen((state) => state.nothingValid);
  return (
    <div className="notice">
      <div>
        <p>{nothingValid ? t('nothingValid') : t('link', { count: complaints.length })}</p>
        <ul className="notice-list">
          {complaints.slice(0, SHOWN).map((complaint, i) => (
            <li key={i}>{message(complaint)}</li>
          ))}
          {complaints.length > SHOWN && <li>{t('more', { count: complaints.length - SHOWN })}</li>}
        </ul>
      </div>
      <DismissButton onClick={() => setScreen({ complaints: [], nothingValid: false })} />
    </div>
  );
});
