import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { findProblem } from '../../catalogue';
import { MarkerIcon } from '../../plots';
import type { RunStyle } from '../../plots/kit/types';
import { setLogDialog } from '../../workbench/arrivals/arrivalStore';
import { followLogs } from '../../workbench/logs/followLogs';
import { changeLog, problemKey, removeLog, useLogs } from '../../workbench/logs/keptLogs';
import { currentExperiment, useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useShownLogs, type KeptLog, type ShownLog } from '../../workbench/stores/shownLogs';
import { inLanguage } from '../../language';
import { RemoveIcon } from '../controls/Icons';
import { withLateMessages } from '../late/LateMessages';
import { useStyledLogs } from '../shared/logs';
import { LogAgreement } from './LogAgreement';
import './loggedRuns.css';

/** The runs from elsewhere: how far they agree with ours, and a button that adds one. */
export default withLateMessages(function LoggedRuns() {
  useEffect(followLogs, []);
  const t = useTranslations('log');
  const shown = useShownLogs();
  const styles = useStyledLogs();
  const key = useExperimentPart(({ problem }) => problemKey(problem));
  const all = useLogs(({ logs }) => logs);
  const others = all.filter((log) => log.problem !== key);
  const isRefused = useLogs((state) => state.isRefused);
  return (
    <div className="logged">
      {all.length > 0 && <h3 className="section-title">{t('heading')}</h3>}
      <ul className="logged-list">
        {shown.map((log, index) => {
          const style = styles[index]?.style;
          return style && <ShownRow key={log.log.id} log={log} style={style} />;
        })}
        {others.map((log) => (
          <OtherRow key={log.id} log={log} />
        ))}
      </ul>
      {isRefused && all.length > 0 && <p className="soft">{t('refused')}</p>}
      <button type="button" className="more" onClick={() => setLogDialog('empty')}>
        {t('compare')}
      </button>
    </div>
  );
});

function RemoveButton({ log }: { readonly log: KeptLog }) {
  const t = useTranslations('log');
  const label = t('remove', { name: log.name });
  return (
    <button
      type="button"
      className="button button-icon button-quiet"
      aria-label={label}
      data-tip={label}
      onClick={() => removeLog(log.id)}
    >
      <RemoveIcon />
    </button>
  );
}

function ShownRow({ log, style }: { readonly log: ShownLog; readonly style: RunStyle }) {
  return (
    <li className="logged-run" style={{ '--run': style.colour }}>
      <div className="logged-head">
        <MarkerIcon style={style} />
        <span className="logged-name" title={log.log.name}>
          {log.log.name}
        </span>
        <RemoveButton log={log.log} />
      </div>
      <LogAgreement log={log} />
    </li>
  );
}

/** A log of another problem, which is not shown but is still here. */
function OtherRow({ log }: { readonly log: KeptLog }) {
  const t = useTranslations('log');
  const language = usePreference((state) => state.language);
  const problem = inLanguage(findProblem(log.problem)?.name, language) ?? t('otherProblem');
  return (
    <li className="logged-run logged-other">
      <div className="logged-head">
        <span className="logged-name" title={log.name}>
          {log.name}
        </span>
        <RemoveButton log={log} />
      </div>
      <p className="soft">
        {t('elsewhere', { problem })}{' '}
        <button
          type="button"
          className="more"
          onClick={() => changeLog(log.id, { problem: problemKey(currentExperiment().problem), counted: null })}
        >
          {t('showHere')}
        </button>
      </p>
    </li>
  );
}
