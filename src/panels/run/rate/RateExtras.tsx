import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { chooseRateRange } from '../../../workbench/stores/rateRanges';
import { withLateMessages } from '../../late/LateMessages';
import { useRateSlider, type RateOfRun, type RateSlider } from '../../shared/useRateSlider';
import { SetByHand } from './SetByHand';
import './rateExtras.css';

export interface RateExtrasProps extends RateOfRun {
  readonly onSlider: (slider: RateSlider) => void;
}

/** What stands beside the slider of a learning rate; tells the slider its range and the value that it snaps to. */
export default withLateMessages(function RateExtras({ onSlider, ...rate }: RateExtrasProps) {
  const t = useTranslations('edge');
  const { run } = rate;
  const slider = useRateSlider(rate);
  const { isAll } = slider;
  const told = useRef('');
  useLayoutEffect(() => {
    const now = JSON.stringify(slider);
    if (now === told.current) return;
    told.current = now;
    onSlider(slider);
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
