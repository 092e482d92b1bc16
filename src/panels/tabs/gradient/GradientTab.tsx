import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Differences, ProbeReport } from '../../../engine/float64/probe';
import { formatNumber } from '../../../plots';
import { DifferencePlot } from '../../../plots/difference/DifferencePlot';
import { followGradient } from '../../../workbench/requests/gradientRequests';
import { useResults } from '../../../workbench/stores/resultStore';
import { withLateMessages } from '../../late/LateMessages';
import { GradientControls } from './GradientControls';
import { GradientNumbers } from './GradientNumbers';
import './gradientTab.css';
import '../../figures/figure.css';

/** Significant digits shown of float64 numbers. */
const DIGITS = 9;

const nameOf = ({ scheme, precision }: Differences): `${Differences['scheme']}.${Differences['precision']}` =>
  `${scheme}.${precision}`;

/** The result of every finite difference, and its error. */
function DifferenceTable({ report }: { readonly report: ProbeReport }) {
  const t = useTranslations('gradient');
  const steps = report.differences[0]?.steps ?? [];
  return (
    <table className="numbers difference-table">
      <caption>{t('tableCaption', { exact: formatNumber(report.slope, DIGITS) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('stepLength')}</th>
          {report.differences.map((differences) => (
            <th key={nameOf(differences)} scope="col" colSpan={2}>
              {t(nameOf(differences))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((h, i) => (
          <tr key={h}>
            <th scope="row">{formatNumber(h, 1)}</th>
            {report.differences.flatMap((differences) => [
              <td key={`${nameOf(differences)} value`}>{formatNumber(differences.values[i] ?? Number.NaN, DIGITS)}</td>,
              <td key={`${nameOf(differences)} error`} className="soft">
                {formatNumber(differences.errors[i] ?? Number.NaN, 2)}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FiniteDifferences({ report }: { readonly report: ProbeReport }) {
  const t = useTranslations('gradient');
  const exact = t('exact', { slope: formatNumber(report.slope, DIGITS) });
  const series = useMemo(() => report.differences, [report]);
  return (
    <div className="gradient-differences">
      <p className="figure-title">{t('differences')}</p>
      <div className="difference-plot">
        <DifferencePlot series={series} exact={exact} />
      </div>
      <details className="difference-numbers">
        <summary>{t('table')}</summary>
        <DifferenceTable report={report} />
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
