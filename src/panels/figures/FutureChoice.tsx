import { useTranslations } from 'use-intl';
import { preferFuture, usePreference } from '../../workbench/stores/preferences';
import { withLateMessages } from '../late/LateMessages';
import './futureChoice.css';

/** Whether what the runs do after the step shown is hidden while they play, or only faint. */
export default withLateMessages(function FutureChoice() {
  const t = useTranslations('future');
  const isHidden = usePreference((state) => state.future === 'hidden');
  const label = t('hide');
  return (
    <button
      type="button"
      className="button button-icon future-choice"
      aria-label={label}
      data-tip={label}
      aria-pressed={isHidden}
      onClick={() => preferFuture(isHidden ? 'faint' : 'hidden')}
    >
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M1 8c2-3.3 4.3-5 7-5s5 1.7 7 5c-2 3.3-4.3 5-7 5s-5-1.7-7-5z" />
        <path d="M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z" />
        {isHidden && <path d="M2.5 14 13.5 2" />}
      </svg>
    </button>
  );
});
