import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { sweepOutcomes, type SweepResult } from '../../../engine/sweep';
import type { SweepMeasure } from '../../../experiment/core/types';
import { formatNumber } from '../../../plots';
import { colouringGrid } from '../../../plots/sweep/heat';
import type { SweepColouring } from '../../../plots/sweep/types';

const pointText = (point: readonly number[]): string => point.map((value) => formatNumber(value, 3)).join(', ');

/** A log scale has no place for numbers below 0. */
const isLog = ({ measures, done, width }: SweepResult, measure: 'loss' | 'bestLoss'): boolean =>
  !measures[measure].subarray(0, done * width).some((value) => value < 0);

/** What the colours of a measure mean. */
export function useColouring(
  measure: SweepMeasure,
  grids: readonly SweepResult[],
  minima: readonly (readonly number[])[],
): SweepColouring {
  const t = useTranslations('sweep');
  const grid = colouringGrid(grids);
  const scale = useMemo(
    () => (grid && (measure === 'loss' || measure === 'bestLoss') && !isLog(grid, measure) ? 'linear' : 'log'),
    [grid, measure],
  );
  const points = minima.map(pointText).join('\n');
  return useMemo((): SweepColouring => {
    const title = t(`measure.${measure}`);
    if (measure === 'outcome') {
      return {
        kind: 'categories',
        title,
        categories: sweepOutcomes.map((outcome, value) => ({
          value,
          label: t(`outcome.${outcome}`),
          isHatched: outcome === 'diverged',
        })),
      };
    }
    if (measure === 'minimum') {
      const known = points === '' ? [t('minimumFound')] : points.split('\n').map((point) => t('minimumAt', { point }));
      return {
        kind: 'categories',
        title,
        categories: [
          ...known.map((label, value) => ({ value, label })),
          { value: -1, label: t('noMinimum'), isHatched: true },
        ],
      };
    }
    return { kind: 'continuous', scale, title, notFinite: t(measure === 'steps' ? 'notThere' : 'notFinite') };
  }, [t, measure, scale, points]);
}
