import { useTranslations } from 'use-intl';
import { hasDomain } from '../../../experiment';
import { useStep } from '../../../workbench/playback/transport';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { useResults } from '../../../workbench/stores/resultStore';
import { withLateMessages } from '../../late/LateMessages';
import { useRunStyles } from '../../shared/runs';
import { Steps } from './Steps';
import { Trials } from './Trials';
import './methodTab.css';

interface MethodTabProps {
  /** Key of the method. */
  readonly method: string;
  /** Index of the run. */
  readonly run: number;
}

/** What was evaluated so far, and whether the method has stopped. */
function Progress({ run, step }: { readonly run: number; readonly step: number }) {
  const t = useTranslations('method');
  const record = useResults(({ trace }) => trace?.runs[run]?.method);
  if (!record) return null;
  const row = Math.min(step, record.iterations.length - 1);
  const [losses = 0, gradients = 0, hessians = 0] = record.evaluations[row] ?? [];
  const isLast = row === record.iterations.length - 1;
  return (
    <p>
      {t('evaluations', { step: row, losses, gradients, hessians })}
      {isLast && record.stop !== null && ` ${t(`stop.${record.stop}`, { step: row })}`}
    </p>
  );
}

/** The selected run's classical method in words, and what the iteration of the current step tried. */
export default withLateMessages(function MethodTab({ method, run }: MethodTabProps) {
  const t = useTranslations('method');
  const label = useRunStyles()[run]?.label ?? '';
  const step = useStep();
  const record = useResults(({ trace }) => trace?.runs[run]?.method);
  const isBounded = useExperimentPart(({ problem }) => hasDomain(problem));
  const row = Math.min(step, (record?.iterations.length ?? 1) - 1);
  return (
    <section className="rule method" aria-label={t('of', { label, step: row })}>
      <p className="rule-head">
        <strong>{label}</strong>
        <span className="soft">{t('about')}</span>
      </p>
      <Progress run={run} step={step} />
      <div className="method-columns">
        <div>
          <Steps method={method} />
          {isBounded && <p>{t('unbounded')}</p>}
          <p className="soft">{t('counted')}</p>
        </div>
        <div>{record && <Trials record={record} step={step} />}</div>
      </div>
    </section>
  );
});
