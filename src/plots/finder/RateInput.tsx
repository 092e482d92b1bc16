import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import type { Iterate } from '../kit/geometry/nearest';
import { formatNumber } from '../kit/geometry/numbers';
import { NearestInput, type NearestReading } from '../kit/parts/NearestInput';
import type { RateLinesProps } from './types';
import type { PlottedRates } from './usePlottedRates';

export interface RateInputProps {
  readonly series: RateLinesProps['series'];
  readonly plotted: Pick<PlottedRates, 'box' | 'lines'>;
  readonly unit: number;
}

/** Reads the rate nearest to the pointer. */
export function RateInput({ series, plotted: { box, lines }, unit }: RateInputProps) {
  const t = useTranslations('tabPlots');
  const lossName = useTranslations('plots')('loss');
  const readingOf = ({ run, step }: Iterate): NearestReading | null => {
    const [one, line] = [series[run], lines[run]];
    if (!one || !line || step >= one.rates.length) return null;
    const point = { x: at(line.path.x, step), y: at(line.path.y, step) };
    const loss = at(one.losses, step);
    return {
      style: line.style,
      lines: [
        [t('rate'), formatNumber(at(one.rates, step), 4)],
        [lossName, Number.isFinite(loss) ? formatNumber(loss, 5) : t('diverged')],
      ],
      point: contains(box, point.x, point.y) ? point : null,
    };
  };
  return (
    <NearestInput
      label={t('finderKeys')}
      box={box}
      paths={lines.map(({ path }) => path)}
      counts={series.map(({ rates }) => rates.length)}
      unit={unit}
      readingOf={readingOf}
    />
  );
}
