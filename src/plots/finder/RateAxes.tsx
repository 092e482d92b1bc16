import { useTranslations } from 'use-intl';
import { Axes } from '../kit/parts/Axes';
import type { PlottedRates } from './usePlottedRates';

/** The axes of losses against rates. */
export function RateAxes({ plotted: { box, xTicks, yTicks } }: { readonly plotted: PlottedRates }) {
  const t = useTranslations('plots');
  return <Axes box={box} x={xTicks} y={yTicks} xTitle="η" yTitle={t('loss')} titles="beside" mathematics="x" />;
}
