import { useTranslations } from 'use-intl';
import { rowAt } from '../../engine/trace/rows';
import { formatNumber } from '../../plots';
import { useStep } from '../../workbench/playback/transport';
import { useResults } from '../../workbench/stores/resultStore';
import { withLateMessages } from '../late/LateMessages';
import { useHidesFuture } from '../shared/hovered';
import { useOutcomeMessage } from '../shared/messages';
import { useRunStyles } from '../shared/runs';
import { lowestOf } from './lowestOf';
import { useSettled } from './useSettled';

const DIGITS = 4;

/** What the loss plot shows: for every run its first, its present and its lowest loss, and how it ended. */
export default withLateMessages(function LossWords() {
  const t = useTranslations('inWords');
  const outcomeOf = useOutcomeMessage();
  const styles = useRunStyles();
  const hidesFuture = useHidesFuture();
  const step = useSettled(useStep());
  const trace = useSettled(useResults((state) => state.trace));
  return trace?.runs
    .map((run, i) => {
      const row = rowAt(run, step);
      const lowest = lowestOf(run.loss, hidesFuture ? row + 1 : run.rows);
      const at = (k: number) => formatNumber(run.loss[k] ?? NaN, DIGITS);
      const values = { label: styles[i]?.label ?? '', first: at(0), step: row, now: at(row) };
      return [
        t('loss', values),
        ...(lowest < 0 ? [] : [t('lowest', { value: at(lowest), step: lowest })]),
        ...(hidesFuture ? [] : [t('ended', { outcome: outcomeOf(run.outcome) })]),
      ];
    })
    .flat()
    .join(t('between'));
});
