import { useTranslations } from 'use-intl';
import type { Scale } from '../../catalogue';
import { pointAtRow, rowAt } from '../../engine/trace/rows';
import { weightsInFileUnits } from '../../experiment/core/fileUnits';
import type { UserData } from '../../experiment/core/types';
import { formatNumber } from '../../plots';
import { useStep } from '../../workbench/playback/transport';
import { useResults } from '../../workbench/stores/resultStore';
import { withLateMessages } from '../late/LateMessages';
import { useRunStyles, useSelected } from '../shared/runs';
import './fileUnits.css';

export interface FileUnitsProps {
  /** Of the features, the target last. */
  readonly names: readonly string[];
  readonly scales: readonly Scale[] | null;
  readonly divisors: UserData['divisors'];
  /** The number of training samples. */
  readonly count: number;
}

const DIGITS = 5;

/** The weights of the selected run at the current step, as the model has them and in the units of the user's file. */
export default withLateMessages(function FileUnits({ names, scales, divisors, count }: FileUnitsProps) {
  const t = useTranslations('fileUnits');
  const selected = useSelected();
  const label = useRunStyles()[selected]?.label ?? '';
  const step = useStep();
  const run = useResults(({ trace }) => trace?.runs[selected]);
  if (!run) return null;
  const row = rowAt(run, step);
  const point = Array.from(pointAtRow(run, row));
  // A trace of the problem before has other parameters.
  if (point.length !== names.length) return null;
  const own = { weights: point.slice(0, -1), bias: point.at(-1) ?? Number.NaN };
  const file = weightsInFileUnits(own, scales, divisors);
  const rows = [
    ...own.weights.map((weight, j) => ({ name: names[j], own: weight, file: file.weights[j], scale: scales?.[j] })),
    { name: t('bias'), own: own.bias, file: file.bias, scale: undefined },
  ];
  const format = (value: number | undefined) => (value === undefined ? '' : formatNumber(value, DIGITS));
  return (
    // Focusable, so that a table wider or higher than its place can be scrolled by keyboard.
    <div className="file-units" role="region" aria-label={t('inFile')} tabIndex={0}>
      <table className="numbers">
        <caption>{t('caption', { label, step: row })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('feature')}</th>
            <th scope="col">{t(scales ? 'standardized' : 'divided')}</th>
            <th scope="col">{t('inFile')}</th>
            {scales && <th scope="col">{t('mean')}</th>}
            {scales && <th scope="col">{t('deviation')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, own: weight, file: inFile, scale }, i) => (
            <tr key={i}>
              <th scope="row">{name}</th>
              <td>{format(weight)}</td>
              <td>{format(inFile)}</td>
              {scales && <td>{format(scale && scale.mean * (divisors?.[i] ?? 1))}</td>}
              {scales && <td>{format(scale && scale.deviation * (divisors?.[i] ?? 1))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {scales && <p className="soft">{t('whichDeviation', { count })}</p>}
    </div>
  );
});
