import { useTranslations } from 'use-intl';
import { formatNumber, MarkerIcon } from '../../plots';
import type { RunStyle } from '../../plots/kit/types';
import { useShownLogs, type ShownLog } from '../../workbench/stores/shownLogs';
import { withLateMessages } from '../late/LateMessages';
import { useStyledLogs } from '../shared/logs';

/** Significant digits: those of float32 in full, and enough of float64 to see where two runs part. */
const DIGITS = { float32: 9, float64: 12 };

/** The last entry at or before a step; -1 where there is none. */
const entryAt = (steps: Int32Array, step: number): number => steps.findLastIndex((one) => one <= step);

interface LogRowsProps {
  /** The number of parameters of the problem. */
  readonly parameters: number;
  readonly step: number;
  /** Whether the table has a column for evaluations, which a log does not count. */
  readonly hasMethod: boolean;
}

/** A row for each run from elsewhere, below those of ours. */
export default withLateMessages(function LogRows(props: LogRowsProps) {
  const logs = useShownLogs();
  const styles = useStyledLogs();
  return logs.map((log, index) => {
    const style = styles[index]?.style;
    return style && <LogRow key={log.log.id} {...props} log={log} style={style} />;
  });
});

function LogRow({
  log,
  style,
  parameters,
  step,
  hasMethod,
}: LogRowsProps & { readonly log: ShownLog; readonly style: RunStyle }) {
  const t = useTranslations('log');
  const entry = entryAt(log.steps, step);
  const ownStep = log.steps[entry];
  const { path } = log;
  const digits = DIGITS[log.log.precision.kind];
  const row = path && ownStep !== undefined ? path.steps.indexOf(ownStep) : -1;
  return (
    <tr>
      <th scope="row">
        <MarkerIcon style={style} /> {style.label}
      </th>
      <td>{ownStep}</td>
      {Array.from({ length: parameters }, (_, i) => (
        <td key={i}>{row >= 0 && path ? formatNumber(path.run.params[row * parameters + i] ?? NaN, digits) : ''}</td>
      ))}
      <td>{ownStep === undefined ? '' : formatNumber(log.loss[entry] ?? NaN, digits)}</td>
      <td />
      {hasMethod && <td />}
      <td className="numbers-outcome">{t('heading')}</td>
    </tr>
  );
}
