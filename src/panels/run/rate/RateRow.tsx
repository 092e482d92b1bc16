import { useTranslations } from 'use-intl';
import { chooseRateRange } from '../../../workbench/stores/rateRanges';
import { SettingRow, type SettingRowProps } from '../../controls/numbers/SettingRow';
import { withLateMessages } from '../../late/LateMessages';
import { useRateSlider } from '../../shared/useRateSlider';
import LrEdge from '../../theory/LrEdge';
import { SetByHand } from './SetByHand';
import './rateRow.css';

export interface RateRowProps extends SettingRowProps {
  /** Index of the run. */
  readonly run: number;
}

/** The learning rate: a slider as wide as the card, with the stability edge marked on it. */
export default withLateMessages(function RateRow(props: RateRowProps) {
  const t = useTranslations('edge');
  const { run, ...row } = props;
  const { scale, snap, isAll, onGrasp, onRelease } = useRateSlider({ ...props, max: props.limits.max });
  const settle = () => {
    onRelease();
    row.onSettle();
  };
  return (
    <SettingRow
      {...row}
      isWide
      scale={scale}
      snap={snap}
      onGrasp={onGrasp}
      onSettle={settle}
      mark={<LrEdge run={run} scale={scale} />}
      more={
        <>
          <SetByHand index={run} />
          {isAll !== null && (
            <button
              type="button"
              className="more rate-range"
              onClick={() => chooseRateRange(run, isAll ? 'edge' : 'all')}
            >
              {isAll ? t('around') : t('all')}
            </button>
          )}
        </>
      }
    />
  );
});
