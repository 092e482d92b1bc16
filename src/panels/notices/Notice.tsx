import type { ReactNode } from 'react';
import { DismissButton } from '../controls/DismissButton';
import './notices.css';

interface NoticeProps {
  readonly children: ReactNode;
  readonly isBad?: boolean;
  /** Absent where the notice stays. */
  readonly onDismiss?: () => void;
}

/** One notice, over the page. */
export function Notice({ children, isBad = false, onDismiss }: NoticeProps) {
  return (
    <div className={`notice ${isBad ? 'notice-bad' : ''}`}>
      <div>{children}</div>
      {onDismiss && <DismissButton onClick={onDismiss} />}
    </div>
  );
}
