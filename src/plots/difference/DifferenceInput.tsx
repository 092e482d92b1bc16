import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import type { Iterate } from '../kit/geometry/nearest';
import { formatNumber } from '../kit/geometry/numbers';
import { NearestInput, type NearestReading } from '../kit/parts/NearestInput';
import type { DifferenceSeries } from './types';
import type { PlottedDifferences } from './usePlottedDifferences';

export interface DifferenceInputProps {
  /** With ascending steps. */
  readonly series: readonly DifferenceSeries[];
  readonly plotted: PlottedDifferences;
  readonly unit: number;
}

/** Reads the difference nearest to the pointer. */
export function DifferenceInput({ series, plotted: { box, lines }, unit }: DifferenceInputProps) {
  const t = useTranslations('tabPlots');
  const readingOf = ({ run, step }: Iterate): NearestReading | null => {
    const [one, line] = [series[run], lines[run]];
    if (!one || !line) return null;
    const error = at(one.errors, step);
    const y = line.nonPositive.includes(step) ? box.bottom : at(line.path.y, step);
    return {
      style: line.style,
      lines: [
        [t('stepSize'), formatNumber(at(one.steps, step), 3)],
        [t('error'), formatNumber(error, 4)],
      ],
      note: error === 0 ? t('exactly') : undefined,
      point: Number.isNaN(y) ? null : { x: at(line.path.x, step), y },
    };
  };
  return (
    <NearestInput
      label={t('differenceKeys')}
      box={box}
      paths={lines.map(({ path }) => path)}
      counts={series.map(({ steps }) => steps.length)}
      unit={unit}
      readingOf={readingOf}
    />
  );
}
