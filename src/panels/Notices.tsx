import { useTranslations } from 'use-intl';
import type { Complaint } from '../experiment/types';
import { formulaErrorCodes } from '../formula';
import { usePicture } from '../workbench/pictureStore';
import { showOnScreen, useScreen } from '../workbench/screenStore';
import { RemoveIcon } from './controls/Icons';

/** More than these would push the plots off the screen. */
const SHOWN = 5;

function useComplaintMessage(): (complaint: Complaint) => string {
  const t = useTranslations();
  return ({ field, value, code, allowed }) => {
    // A formula's complaint carries the placeholders of its own message, which is said in the reader's language too.
    const reason = formulaErrorCodes.find((candidate) => candidate === allowed['reason']);
    const message = reason === undefined ? {} : { message: t(`formula.${reason}`, { ...allowed }) };
    return t(`complaint.${code}`, { ...allowed, ...message, field, value });
  };
}

function LinkNotice() {
  const t = useTranslations('notice');
  const message = useComplaintMessage();
  const complaints = useScreen((state) => state.complaints);
  const nothingValid = useScreen((state) => state.nothingValid);
  if (complaints.length === 0) return null;
  return (
    <div className="notice" role="status">
      <div>
        <p>{nothingValid ? t('nothingValid') : t('link', { count: complaints.length })}</p>
        <ul className="notice-list">
          {complaints.slice(0, SHOWN).map((complaint, i) => (
            <li key={i}>{message(complaint)}</li>
          ))}
          {complaints.length > SHOWN && <li>{t('more', { count: complaints.length - SHOWN })}</li>}
        </ul>
      </div>
      <button type="button" className="button button-icon button-quiet" aria-label={t('dismiss')} title={t('dismiss')} onClick={() => showOnScreen({ complaints: [], nothingValid: false })}>
        <RemoveIcon />
      </button>
    </div>
  );
}

/** What the person should know and can dismiss, and what the engine could not do. */
export function Notices() {
  const t = useTranslations('engine');
  const error = usePicture((state) => state.error);
  return (
    <>
      <LinkNotice />
      {error !== null && (
        <div className="notice notice-bad" role="alert">
          <p>{t('failed', { message: error })}</p>
        </div>
      )}
    </>
  );
}
