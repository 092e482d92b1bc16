import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import './dialogActions.css';

interface DialogActionsProps {
  readonly onCancel: () => void;
  /** The button that confirms, where there is something to confirm. */
  readonly children?: ReactNode;
}

/** The last line of the dialog: in every state it can be left. */
export function DialogActions({ onCancel, children }: DialogActionsProps) {
  const t = useTranslations('csv');
  return (
    <div className="csv-actions">
      <button type="button" className="button" onClick={onCancel}>
        {t('cancel')}
      </button>
      {children}
    </div>
  );
}
