import { useTranslations } from 'use-intl';
import { formatNumber } from '../../../plots';
import { RateCurve } from '../../../plots/rate/RateCurve';
import { useResults } from '../../../workbench/stores/resultStore';
import { useStep } from '../../../workbench/playback/transport';
import { Described } from '../../inWords/Described';
import { useRunStyles } from '../../shared/runs';
import './rateRow.css';

/** The learning rates of a run's updates as a curve, with the rate of the current update. */
export function RateRow({ index }: { readonly index: number }) {
  const t = useTranslations('schedule');
  const label = useRunStyles()[index]?.label ?? '';
  const step = useStep();
  const rates = useResults(({ trace }) => trace?.runs[index]?.lr);
  const updates = useResults(({ trace }) => (trace?.totals[index] ?? 1) - 1);
  if (!rates || rates.length === 0) return null;
  // At step k, the current update is the one that led to it.
  const now = Math.max(0, Math.min(step, rates.length) - 1);
  return (
    <div className="setting rate-row">
      <span className="setting-label">
        <span className="soft">{t('now')}</span> {formatNumber(rates[now] ?? Number.NaN, 3)}
      </span>
      <Described of="rates" shows={{ rates, label }}>
        <RateCurve rates={rates} updates={updates} now={now} describe={(numbers) => t('curve', numbers)} />
      </Described>
    </div>
  );
}
