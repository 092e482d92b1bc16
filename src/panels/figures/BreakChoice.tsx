import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasEscaped } from '../../engine/trace/escape';
import { isComplete } from '../../engine/trace/rows';
import { useResults } from '../../workbench/stores/resultStore';
import { screenStore, setScreen, useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';
import './breakChoice.css';

/** Whether a run left the view or diverged; while runs are being computed, whether one did before. */
function useHasBreak(): boolean {
  const now = useResults(({ trace }) => (trace && isComplete(trace) ? trace.runs.some(hasEscaped) : null));
  const [last, setLast] = useState(false);
  if (now !== null && now !== last) setLast(now);
  return now ?? last;
}

const showBreak = (): void => setScreen({ framing: 'break', viewAtBreak: screenStore.getState().view });

/** Back to all steps, and to the view that was there before. */
const showAll = (): void => setScreen({ framing: 'all', view: screenStore.getState().viewAtBreak, viewAtBreak: null });

/** Frames the steps around the break of a run, or all again; there while a run breaks, unless that is still to be seen. */
export default withLateMessages(function BreakChoice() {
  const t = useTranslations('break');
  const hasBreak = useHasBreak();
  const isShown = useScreen(({ framing }) => framing === 'break');
  const isToBeSeen = useScreen(({ hidesFuture }) => hidesFuture);
  if (!hasBreak || (isToBeSeen && !isShown)) return null;
  return (
    <button type="button" className="button show-break" onClick={isShown ? showAll : showBreak}>
      {isShown ? t('all') : t('show')}
    </button>
  );
});
