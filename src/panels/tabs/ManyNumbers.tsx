import { useTranslations } from 'use-intl';
import { formatNumber } from '../../plots';
import { matricesOf } from '../../workbench/requests/matrices';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { withLateMessages } from '../late/LateMessages';
import { finiteRange } from './finiteRange';
import './manyNumbers.css';

const DIGITS = 3;

/**
 * The least and the greatest of those of many numbers that are finite, and how many are not; all of them one press away, as a matrix
 * where the parameters form one.
 */
export default withLateMessages(function ManyNumbers({ values }: { readonly values: readonly number[] }) {
  const t = useTranslations('series.many');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const [matrix, ...others] = matricesOf(problem);
  const isMatrix = matrix && others.length === 0 && matrix.at.length === values.length;
  const shape = isMatrix ? { rows: matrix.rows, columns: matrix.columns } : { rows: 0, columns: values.length };
  const { range, broken } = finiteRange(values);
  const [low = '', high = ''] = range?.map((value) => formatNumber(value, DIGITS)) ?? [];
  const words = { ...shape, low, high, broken, hasFinite: range ? 'yes' : 'no' };
  const order = isMatrix ? matrix.at : values.map((_, i) => i);
  const width = isMatrix ? matrix.columns : 5;
  return (
    <details className="many-numbers">
      <summary>{t(isMatrix ? 'matrix' : 'list', words)}</summary>
      <div className="many-numbers-grid" style={{ gridTemplateColumns: `repeat(${width}, auto)` }}>
        {order.map((at) => (
          <span key={at}>{formatNumber(values[at] ?? Number.NaN, DIGITS)}</span>
        ))}
      </div>
    </details>
  );
});
