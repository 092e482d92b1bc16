import { useTranslations } from 'use-intl';
import type { Complaint } from '../../experiment/core/complaints';
import { useComplaintMessage } from './complaintMessage';

/** The number of complaints that are shown: more would cover the plots. */
const SHOWN = 5;

/** What was wrong with something from outside, a sentence each. Uses late messages. */
export function ComplaintList({ complaints }: { readonly complaints: readonly Complaint[] }) {
  const t = useTranslations('arrival');
  const message = useComplaintMessage();
  return (
    <ul className="notice-list">
      {complaints.slice(0, SHOWN).map((complaint, i) => (
        <li key={i}>{message(complaint)}</li>
      ))}
      {complaints.length > SHOWN && <li>{t('more', { count: complaints.length - SHOWN })}</li>}
    </ul>
  );
}
