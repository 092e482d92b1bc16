import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ProbeReport } from '../../../engine/float64/probe';
import { formatNumber } from '../../../plots';
import { DifferencePlot } from '../../../plots/difference/DifferencePlot';
import { followGradient } from '../../../workbench/requests/gradientRequests';
import { useResults } from '../../../workbench/stores/resultStore';
import { Described } from '../../inWords/Described';
import { SummaryTable } from '../../inWords/SummaryTable';
import { useSummary } from '../../inWords/useSummary';
import { withLateMessages } from '../../late/LateMessages';
import { GradientControls } from './GradientControls';
import { GradientNumbers } from './GradientNumbers';
import './gradientTab.css';
import '../../figures/figure.css';

/** Significant digits shown of float64 numbers. */
const DIGITS = 9;

function FiniteDifferences({ report }: { readonly report: ProbeReport }) {
  const t = useTranslations('gradient');
  const exact = t('exact', { slope: formatNumber(report.slope, DIGITS) });
  const shows = useMemo(() => ({ report }), [report]);
  const { table } = useSummary('differences', shows);
  return (
    <div className="gradient-differences">
      <p className="figure-title">{t('differences')}</p>
      <div className="difference-plot">
        <Described of="differences" shows={shows}>
          <DifferencePlot series={report.differences} exact={exact} />
        </Described>
      </div>
      <details className="difference-numbers">
        <summary>{t('table')}</summary>
        {table && <SummaryTable {...table} />}
      </details>
    </div>
  );
}

/** The gradient in detail: its field, a point that can be moved, a direction that can be turned, and finite differences. */
export default withLateMessages(function GradientTab() {
  const probe = useResults((state) => state.probe);
  useEffect(() => followGradient(), []);
  return (
    <div className="gradient">
      <div className="gradient-words">
        <GradientControls />
        {probe && <GradientNumbers probe={probe} />}
      </div>
      {probe && <FiniteDifferences report={probe.report} />}
    </div>
  );
});
