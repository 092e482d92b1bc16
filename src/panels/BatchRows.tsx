import { useTranslations } from 'use-intl';
import { limits, sampleCount } from '../experiment';
import type { Batch } from '../experiment/types';
import { settle, useExperimentPart } from '../workbench/experimentStore';
import { setBatch } from '../workbench/runEdits';
import { SettingRow } from './controls/SettingRow';
import { toValue, type SliderRange } from './controls/scales';

/** The largest number of accumulation steps that the slider reaches; more can be typed. */
const ACCUMULATE_SLIDER = 64;

/**
 * Whose gradient an update follows: samples per micro-batch, and micro-batches per update. A batch of all samples is
 * the end of the slider and shows their number, which follows the data set.
 */
export function BatchRows({ batch, index }: { readonly batch: Batch; readonly index: number }) {
  const t = useTranslations('runs');
  const samples = useExperimentPart(sampleCount);
  const sizes: SliderRange = { kind: 'log', range: [1, samples], integer: true };
  const steps: SliderRange = { kind: 'log', range: [1, ACCUMULATE_SLIDER], integer: true };
  const sizeOf = (value: number): Batch['size'] => (value >= toValue(sizes, 1) ? 'all' : value);
  return (
    <div className="settings">
      <SettingRow
        label={t('batch')}
        shown={batch.size === 'all' ? t('batchAll') : undefined}
        about={t('batchAbout')}
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
    </div>
  );
}
