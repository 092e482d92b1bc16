import { useTranslations } from 'use-intl';
import { rowAt } from '../../engine/trace/rows';
import { formatNumber, keepTogether, MarkerIcon, type RunStyle } from '../../plots';
import { fullSizeNumber } from '../../plots/kit/parts/fullSizeNumber';
import { useStep } from '../../workbench/playback/transport';
import { useResults } from '../../workbench/stores/resultStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useOutcomeWords } from '../shared/messages';
import { useRunStyles } from '../shared/runs';

/** The runs with their numbers, which nobody has to point at: the loss at the current step and, when it is known, the outcome. */
export function RunLegend() {
  const t = useTranslations('present');
  const styles = useRunStyles();
  return (
    <ul className="present-legend" aria-label={t('runs')}>
      {styles.map((style, run) => (
        <RunNumbers key={run} run={run} style={style} />
      ))}
    </ul>
  );
}

/** Digits of a loss: as many as the back row can tell apart. */
const DIGITS = 3;

function RunNumbers({ run, style }: { readonly run: number; readonly style: RunStyle }) {
  const t = useTranslations('runs');
  const outcomeWords = useOutcomeWords('outcomeShort');
  const isHidden = useScreen((state) => state.hidesFuture);
  const step = useStep();
  const loss = useResults(({ trace }) => {
    const found = trace?.runs[run];
    return found?.loss[rowAt(found, step)];
  });
  const outcome = useResults(({ trace }) => trace?.runs[run]?.outcome ?? null);
  // Where a run has diverged, the loss beside it gives that away.
  const isSaid = !isHidden || (outcome?.kind === 'diverged' && step >= outcome.step);
  const words = outcomeWords(outcome);
  return (
    <li>
      <MarkerIcon style={style} /> <strong>{keepTogether(style.label)}</strong>{' '}
      <span className="present-value">
        {t('loss')} {loss === undefined ? '' : fullSizeNumber(formatNumber(loss, DIGITS), 'sup')}
      </span>{' '}
      {/* Hidden words have their room too: the plots keep their height when they come. */}
      <span className="soft" data-room={isSaid ? undefined : words}>
        {isSaid && words}
      </span>
    </li>
  );
}
