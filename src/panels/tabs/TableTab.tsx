import { useTranslations } from 'use-intl';
import { evaluationsUpTo } from '../../engine/trace/evaluations';
import { pointAtRow, rowAt } from '../../engine/trace/rows';
import type { EngineName } from '../../engine/trace/types';
import { formatNumber, MarkerIcon } from '../../plots';
import { useResults } from '../../workbench/stores/resultStore';
import { useStep } from '../../workbench/playback/transport';
import { lazyWith } from '../../late/lazyWith';
import { withLateMessages } from '../late/LateMessages';
import { useOutcomeMessage } from '../shared/messages';
import { useRunStyles } from '../shared/runs';

const LogRows = lazyWith(() => import('./LogRows'));
const StepTable = lazyWith(() => import('./StepTable'));
const LossNumbers = lazyWith(() => import('./LossNumbers'));

/** Significant digits that distinguish any two numbers of a precision. */
const digitsOf: Readonly<Record<EngineName, number>> = { webgl: 9, cpu: 9, float64: 17 };

/** The numbers of every run at the current step, with all digits. */
export const TableTab = withLateMessages(function TableTab() {
  const t = useTranslations('table');
  const words = useTranslations('loss');
  const message = useOutcomeMessage();
  const styles = useRunStyles();
  const step = useStep();
  const trace = useResults((state) => state.trace);
  if (trace === null) return null;
  const digits = digitsOf[trace.engine];
  // Where all runs are by rules, an update costs the same every time.
  const hasMethod = trace.runs.some(({ method }) => method);
  return (
    <>
      <table className="numbers">
        <caption>{t('caption', { step })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('run')}</th>
            <th scope="col">{t('step')}</th>
            {trace.parameters.map((name) => (
              <th key={name} scope="col">
                <i>{name}</i>
              </th>
            ))}
            <th scope="col">{t('loss')}</th>
            <th scope="col" title={t('rateAbout')}>
              {t('rate')}
            </th>
            {hasMethod && <th scope="col">{words('evaluations')}</th>}
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {trace.runs.map((run, index) => {
            const style = styles[index];
            const row = rowAt(run, step);
            return (
              <tr key={index}>
                <th scope="row">
                  {style && <MarkerIcon style={style} />} {style?.label}
                </th>
                <td>{row}</td>
                {Array.from(pointAtRow(run, row), (value, i) => (
                  <td key={i}>{formatNumber(value, digits)}</td>
                ))}
                <td>{formatNumber(run.loss[row] ?? Number.NaN, digits)}</td>
                <td>{row === 0 || run.method ? '' : formatNumber(run.lr[row - 1] ?? Number.NaN, digits)}</td>
                {hasMethod && <td>{formatNumber(evaluationsUpTo(run, row, trace.epochSize), 6)}</td>}
                <td className="numbers-outcome">{message(run.outcome)}</td>
              </tr>
            );
          })}
          <LogRows parameters={trace.parameters.length} step={step} hasMethod={hasMethod} />
        </tbody>
      </table>
      <StepTable />
      <LossNumbers />
    </>
  );
});
