import { useTranslations } from 'use-intl';
import { formatNumber, MarkerIcon } from '../../../plots';
import { useLastStep, useStep } from '../../../workbench/playback/transport';
import { useResults } from '../../../workbench/stores/resultStore';
import { withLateMessages } from '../../late/LateMessages';
import { useHidesFuture } from '../../shared/hovered';
import { useRunStyles } from '../../shared/runs';
import { ListenButton } from './ListenButton';
import { milestones } from './milestones';
import './alongTable.css';

const DIGITS = 6;

/** The loss plot as a table of some of its steps, and as a tone. */
export default withLateMessages(function AlongTable() {
  const t = useTranslations('inWords');
  const styles = useRunStyles();
  const trace = useResults((state) => state.trace);
  const step = useStep();
  const last = useLastStep();
  const hidesFuture = useHidesFuture();
  if (!trace) return null;
  return (
    <section className="along">
      <table className="numbers along-table">
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            {trace.runs.map((_, i) => {
              const style = styles[i];
              return (
                <th key={i} scope="col">
                  {style && <MarkerIcon style={style} />} {style?.label}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {milestones(hidesFuture ? step : last, step).map((row) => (
            <tr key={row} aria-current={row === step ? 'step' : undefined}>
              <th scope="row">{row}</th>
              {trace.runs.map(({ loss, rows }, i) => (
                <td key={i}>{row < rows ? formatNumber(loss[row] ?? NaN, DIGITS) : ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ListenButton />
    </section>
  );
});
