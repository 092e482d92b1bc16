import { useTranslations } from 'use-intl';
import { limits, sampleCount } from '../../../experiment';
import type { Batch } from '../../../experiment/core/types';
import { settle, useExperimentPart } from '../../../workbench/stores/experimentStore';
import { setBatch } from '../../../workbench/edits/edits';
import { SettingRow } from '../../controls/numbers/SettingRow';
import { toValue, type SliderRange } from '../../controls/numbers/scales';
import { MoreBatch } from './MoreBatch';

/** The largest number of accumulation steps that the slider reaches; more can be typed. */
const ACCUMULATE_SLIDER = 64;

interface BatchRowsProps {
  readonly batch: Batch;
  /** Index of the run. */
  readonly index: number;
}

/**
 * The samples of an update: samples per micro-batch, and micro-batches per update. The end of the slider is the full
 * batch, shown as the number of training samples.
 */
export function BatchRows({ batch, index }: BatchRowsProps) {
  const t = useTranslations('batch');
  const settings = useTranslations('settings');
  const samples = useExperimentPart(sampleCount);
  const sizes: SliderRange = { kind: 'log', range: [1, samples], integer: true };
  const steps: SliderRange = { kind: 'log', range: [1, ACCUMULATE_SLIDER], integer: true };
  const sizeOf = (value: number): Batch['size'] => (value >= toValue(sizes, 1) ? 'all' : value);
  return (
    <div className="settings">
      <SettingRow
        label={settings('batchSize')}
        shown={batch.size === 'all' ? t('sizeAll') : undefined}
        about={t('sizeAbout')}
        value={batch.size === 'all' ? samples : batch.size}
        scale={sizes}
        limits={{ min: limits.batch.min, max: samples, integer: true }}
        onChange={(size, settled) => setBatch(index, { ...batch, size: sizeOf(size) }, settled)}
        onSettle={settle}
      />
      <SettingRow
        label={t('accumulate')}
        shown={t('accumulateShort')}
        about={t('accumulateAbout')}
        value={batch.accumulate}
        scale={steps}
        limits={{ ...limits.accumulate, integer: true }}
        onChange={(accumulate, settled) => setBatch(index, { ...batch, accumulate }, settled)}
        onSettle={settle}
      />
      <MoreBatch batch={batch} index={index} />
    </div>
  );
}
