import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnalyses } from '../../../workbench/requests/analysisStore';
import { chooseRateRange, useRateRange } from '../../../workbench/stores/rateRanges';
import type { SliderRange } from '../../controls/numbers/scales';
import { SettingRow, type SettingRowProps } from '../../controls/numbers/SettingRow';
import { withLateMessages } from '../../late/LateMessages';
import LrEdge from '../../theory/LrEdge';
import { holding, isSteady, rangeAround } from './rateRange';
import './rateRow.css';

export interface RateRowProps extends SettingRowProps {
  /** Index of the run. */
  readonly run: number;
}

interface RateSlider {
  readonly scale: SliderRange;
  /** The edge that the slider snaps to; null if there is none, or if it moves with the rate. */
  readonly snap: number | null;
  /** Whether all rates are shown; null where there is no other range. */
  readonly isAll: boolean | null;
}

/** The slider of a run's rate: around its edge if there is one, or over all rates. */
function useRateSlider({ run, scale: full, limits, value }: RateRowProps): RateSlider {
  const edge = useAnalyses((analyses) => analyses[run]?.edge);
  const chosen = useRateRange(run);
  const limit = edge?.limit ?? null;
  const around = limit === null ? null : rangeAround(full, limit, limits.max);
  if (!edge || limit === null || around === null) return { scale: holding(full, value), snap: null, isAll: null };
  const steady = isSteady(edge);
  const isAll = (chosen ?? (steady ? 'edge' : 'all')) === 'all';
  return { scale: holding(isAll ? full : around, value), snap: steady ? limit : null, isAll };
}

/** The learning rate: a slider as wide as the card, with the stability edge marked on it. */
export default withLateMessages(function RateRow(props: RateRowProps) {
  const t = useTranslations('edge');
  const { run, ...row } = props;
  const { scale: now, snap, isAll } = useRateSlider(props);
  // During a drag the range stays that of its beginning: the thumb would move away from under the pointer.
  const [held, setHeld] = useState<SliderRange | null>(null);
  const scale = held ?? now;
  const settle = () => {
    setHeld(null);
    row.onSettle();
  };
  return (
    <SettingRow
      {...row}
      isWide
      scale={scale}
      snap={snap}
      onGrasp={() => setHeld(now)}
      onSettle={settle}
      mark={<LrEdge run={run} scale={scale} />}
      below={
        isAll !== null && (
          <button
            type="button"
            className="more rate-range"
            onClick={() => chooseRateRange(run, isAll ? 'edge' : 'all')}
          >
            {isAll ? t('around') : t('all')}
          </button>
        )
      }
    />
  );
});
