import { useAnalyses } from '../../workbench/requests/analysisStore';
import { useRateRange } from '../../workbench/stores/rateRanges';
import type { SliderRange } from '../controls/numbers/scales';
import { holding, isSteady, rangeAround } from './rateRange';

export interface RateOfRun {
  /** Index of the run. */
  readonly run: number;
  readonly value: number;
  /** The slider over all rates. */
  readonly scale: SliderRange;
  /** The largest rate that is allowed. */
  readonly max: number;
}

export interface RateSlider {
  readonly scale: SliderRange;
  /** The edge that the slider snaps to; null if there is none, or if it moves with the rate. */
  readonly snap: number | null;
  /** Whether all rates are shown; null where there is no other range. */
  readonly isAll: boolean | null;
}

/** The slider of a run's rate: around its edge if there is one, or over all rates. */
export function useRateSlider({ run, scale: full, max, value }: RateOfRun): RateSlider {
  const edge = useAnalyses((analyses) => analyses[run]?.edge);
  const chosen = useRateRange(run);
  const limit = edge?.limit ?? null;
  const around = limit === null ? null : rangeAround(full, limit, max);
  if (!edge || limit === null || around === null) return { scale: holding(full, value), snap: null, isAll: null };
  const steady = isSteady(edge);
  const isAll = (chosen ?? (steady ? 'edge' : 'all')) === 'all';
  return { scale: holding(isAll ? full : around, value), snap: steady ? limit : null, isAll };
}
