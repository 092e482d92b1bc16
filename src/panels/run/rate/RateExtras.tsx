import { useLayoutEffect, useRef, type ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { chooseRateRange } from '../../../workbench/stores/rateRanges';
import type { SliderRange } from '../../controls/numbers/scales';
import { withLateMessages } from '../../late/LateMessages';
import { useRateSlider } from '../../shared/useRateSlider';
import LrEdge from '../../theory/LrEdge';
import { SetByHand } from './SetByHand';
import './rateRow.css';

/** What is known of the slider once its extras have loaded. */
export interface LateSlider {
  readonly scale: SliderRange;
  readonly snap: number | null;
  /** The mark of the stability edge. */
  readonly Mark: ComponentType<{ readonly run: number; readonly scale: SliderRange }>;
}

export interface RateExtrasProps {
  /** Index of the run. */
  readonly run: number;
  readonly value: number;
  /** The slider over all rates. */
  readonly scale: SliderRange;
  /** The largest rate that is allowed. */
  readonly max: number;
  readonly onSlider: (slider: LateSlider) => void;
}

/** What stands beside the slider of a learning rate; tells the slider its range, and the mark on it. */
export default withLateMessages(function RateExtras({ run, value, scale: full, max, onSlider }: RateExtrasProps) {
  const t = useTranslations('edge');
  const { scale, snap, isAll } = useRateSlider({ run, value, scale: full, max });
  const told = useRef('');
  useLayoutEffect(() => {
    const slider = JSON.stringify([scale, snap]);
    if (slider === told.current) return;
    told.current = slider;
    onSlider({ scale, snap, Mark: LrEdge });
  });
  return (
    <>
      <SetByHand index={run} />
      {isAll !== null && (
        <button type="button" className="more rate-range" onClick={() => chooseRateRange(run, isAll ? 'edge' : 'all')}>
          {isAll ? t('around') : t('all')}
        </button>
      )}
    </>
  );
});
