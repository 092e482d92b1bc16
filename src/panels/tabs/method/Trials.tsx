import { useTranslations } from 'use-intl';
import type { MethodRecord } from '../../../engine/trace/iterations';
import { formatNumber } from '../../../plots';
import { useResults } from '../../../workbench/stores/resultStore';

const DIGITS = 6;

/** The points that the iteration at a step tried, or the last one before it, in their order. */
export function Trials({
  record: { iterations },
  step: position,
}: {
  readonly record: MethodRecord;
  readonly step: number;
}) {
  const t = useTranslations('method');
  const parameters = useResults(({ trace }) => trace?.parameters) ?? [];
  const step = Math.min(position, iterations.length - 1);
  const trials = iterations[step]?.trials ?? [];
  const hasLength = trials.some(({ length }) => length !== undefined);
  const hasMove = trials.some(({ move }) => move !== undefined);
  if (trials.length === 0) return null;
  return (
    <div className="method-trials">
      <table className="numbers">
        <caption>{t('trials', { step, count: trials.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trial')}</th>
            {hasMove && <th scope="col">{t('move')}</th>}
            {hasLength && <th scope="col">{t('length')}</th>}
            {parameters.map((name) => (
              <th key={name} scope="col">
                <i>{name}</i>
              </th>
            ))}
            <th scope="col">{t('loss')}</th>
            <th scope="col">{t('verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {trials.map(({ point, loss, length, verdict, move }, i) => (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              {hasMove && <td className="numbers-outcome">{move && t(`moves.${move}`)}</td>}
              {hasLength && <td>{length === undefined ? '' : formatNumber(length, DIGITS)}</td>}
              {point.map((x, k) => (
                <td key={k}>{formatNumber(x, DIGITS)}</td>
              ))}
              <td>{formatNumber(loss, DIGITS)}</td>
              <td className="numbers-outcome">{t(`verdicts.${verdict}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
