import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fullBatch, limits } from '../../../experiment';
import { batchReduces, batchTails, samplings, type Batch } from '../../../experiment/core/types';
import { settle, useExperimentPart } from '../../../workbench/stores/experimentStore';
import { setBatch } from '../../../workbench/edits/edits';
import { ChoiceRow } from '../../controls/lists/ChoiceRow';
import { SettingRow } from '../../controls/numbers/SettingRow';

interface MoreBatchProps {
  readonly batch: Batch;
  /** Index of the run. */
  readonly index: number;
}

type BatchField = Exclude<keyof Batch, 'size' | 'accumulate'>;

/** In the order in which they act: the choice of samples, the curriculum, and how gradients are combined. */
const fields = ['sampling', 'stages', 'reduce', 'tail'] as const satisfies readonly BatchField[];

/** The fields that have an effect: user data may fix the visit order, and combining needs several micro-batches. */
function useBatchFields({ accumulate }: Batch): readonly BatchField[] {
  const isOrdered = useExperimentPart(
    ({ problem }) => problem.kind === 'data' && problem.userData?.order !== undefined,
  );
  const isSampled = useExperimentPart(({ problem }) => problem.kind === 'data' && !problem.userData);
  const matters: Readonly<Record<BatchField, boolean>> = {
    sampling: !isOrdered,
    stages: isSampled,
    reduce: accumulate > 1,
    tail: accumulate > 1,
  };
  return fields.filter((field) => matters[field]);
}

interface BatchFieldRowProps extends MoreBatchProps {
  readonly field: BatchField;
}

function BatchFieldRow({ field, batch, index }: BatchFieldRowProps) {
  const t = useTranslations('batch');
  const change = (changed: Partial<Batch>, settled?: boolean) => setBatch(index, { ...batch, ...changed }, settled);
  if (field === 'sampling') {
    const options = samplings.map((value) => ({ value, label: t(`samplings.${value}`) }));
    return (
      <ChoiceRow
        label={t('sampling')}
        about={t(`samplingAbout.${batch.sampling}`)}
        value={batch.sampling}
        options={options}
        onChange={(sampling) => change({ sampling })}
      />
    );
  }
  if (field === 'reduce') {
    const options = batchReduces.map((value) => ({ value, label: t(`reduces.${value}`) }));
    return (
      <ChoiceRow
        label={t('reduce')}
        about={t(`reduceAbout.${batch.reduce}`)}
        value={batch.reduce}
        options={options}
        onChange={(reduce) => change({ reduce })}
      />
    );
  }
  if (field === 'tail') {
    const options = batchTails.map((value) => ({ value, label: t(`tails.${value}`) }));
    return (
      <ChoiceRow
        label={t('tail')}
        about={t(`tailAbout.${batch.tail}`)}
        value={batch.tail}
        options={options}
        onChange={(tail) => change({ tail })}
      />
    );
  }
  const { min, max } = limits.stages;
  return (
    <SettingRow
      label={t('stages')}
      about={t('stagesAbout')}
      value={batch.stages}
      scale={{ kind: 'linear', range: [min, max], integer: true }}
      limits={{ min, max, integer: true }}
      onChange={(stages, settled) => change({ stages }, settled)}
      onSettle={settle}
    />
  );
}

/** How samples are chosen and micro-batches combined; fields at their default are folded away. */
export function MoreBatch({ batch, index }: MoreBatchProps) {
  const t = useTranslations('batch');
  const [open, setOpen] = useState(false);
  // Rows stay visible until the user folds and unfolds again, so that none disappears while it is dragged to its default.
  const [kept, setKept] = useState<ReadonlySet<BatchField>>(new Set());
  const all = useBatchFields(batch);
  const shown = all.filter((field) => open || batch[field] !== fullBatch[field] || kept.has(field));
  const toggle = () => {
    setOpen(!open);
    setKept(new Set());
  };
  return (
    <div onFocus={() => setKept(new Set(shown))}>
      {shown.map((field) => (
        <BatchFieldRow key={field} field={field} batch={batch} index={index} />
      ))}
      {(open || shown.length < all.length) && (
        <button type="button" className="more" aria-expanded={open} onClick={toggle}>
          {open ? t('less') : t('more')}
        </button>
      )}
    </div>
  );
}
