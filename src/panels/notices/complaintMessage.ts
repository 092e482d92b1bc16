import { useTranslations } from 'use-intl';
import { fillMessage } from '../../experiment';
import type { Complaint } from '../../experiment/core/complaints';
import { formulaErrorCodes, formulaSentence } from '../../formula';
import { usePreference } from '../../workbench/stores/preferences';

/** A complaint as a sentence. Uses late messages. */
export function useComplaintMessage(): (complaint: Complaint) => string {
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
