import { useTranslations } from 'use-intl';
import { formatNumber } from '../../plots';
import { useStep } from '../../workbench/playback/transport';
import { useHidesFuture } from '../shared/hovered';
import { spanUntil, type WordedLine } from './spanUntil';
import { useSettled } from './useSettled';

const DIGITS = 4;

/** What a plot of a quantity shows: for every line its value at the step shown, and between which values it lies. */
export function SpanWords({ lines }: { readonly lines: readonly WordedLine[] }) {
  const t = useTranslations('inWords');
  const hidesFuture = useHidesFuture();
  const step = useSettled(useStep());
  const number = (value: number) => formatNumber(value, DIGITS);
  return useSettled(lines)
    .flatMap((line) => {
      const span = spanUntil(line, step, hidesFuture);
      if (!span) return [];
      const { now, least, most } = span;
      return [
        t('span', {
          label: line.label,
          step: now.step,
          now: number(now.value),
          least: number(least),
          most: number(most),
        }),
      ];
    })
    .join(t('between'));
}
