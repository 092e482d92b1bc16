import { useState } from 'react';
import { SettingRow, type SettingRowProps } from '../../controls/numbers/SettingRow';
import { chooseRateRange } from '../../../workbench/stores/rateRanges';
import { useHeldRange } from '../../controls/numbers/useHeldRange';
import { FailedControl } from '../../../late/FailedPart';
import { lazyWith } from '../../../late/lazyWith';
import { EdgeMark } from '../../theory/EdgeMark';
import type { RateSlider } from '../../shared/useRateSlider';
import type { RateExtrasProps } from './RateExtras';

const RateExtras = lazyWith<RateExtrasProps>(() => import('./RateExtras'), undefined, FailedControl);

interface RateRowProps extends SettingRowProps {
  /** Index of the run. */
  readonly run: number;
}

/**
 * The learning rate: a slider as wide as the card, with the stability edge marked on it. What is known of the edge loads later
 * and is told to the slider that is there already: another one would end a drag and lose the focus.
 */
export function RateRow({ run, ...row }: RateRowProps) {
  const [late, setLate] = useState<RateSlider>();
  const { scale, onGrasp, onRelease } = useHeldRange(late?.scale ?? row.scale);
  const grasp = () => {
    // Where the edge is not known yet, the range under the hand stays, also when the edge comes.
    if (typeof late?.isAll !== 'boolean') chooseRateRange(run, 'all');
    onGrasp();
  };
  const settle = () => {
    onRelease();
    row.onSettle();
  };
  return (
    <SettingRow
      {...row}
      isWide
      scale={scale}
      snap={late?.snap ?? null}
      onGrasp={grasp}
      onSettle={settle}
      mark={<EdgeMark run={run} scale={scale} />}
      more={<RateExtras run={run} value={row.value} scale={row.scale} max={row.limits.max} onSlider={setLate} />}
    />
  );
}
