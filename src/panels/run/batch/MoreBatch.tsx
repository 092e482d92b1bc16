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

type Part = Exclude<keyof Batch, 'size' | 'accumulate'>;

/** In the order in which they act: which samples come, when the hard ones do, what becomes of their gradients. */
const parts = ['sampling', 'stages', 'reduce', 'tail'] as const satisfies readonly Part[];

/** Those that make a difference: an order that was given leaves nothing to choose, and one micro-batch is no group. */
function useParts({ accumulate }: Batch): readonly Part[] {
  const isOrdered = useExperimentPart(({ problem }) => problem.kind === 'data' && problem.given?.order !== undefined);
  const isDrawn = useExperimentPart(({ problem }) => problem.kind === 'data' && !problem.given);
  const matters: Readonly<Record<Part, boolean>> = {
    sampling: !isOrdered,
    stages: isDrawn,
    reduce: accumulate > 1,
    tail: accumulate > 1,
  };
  return parts.filter((part) => matters[part]);
}

interface PartRowProps extends MoreBatchProps {
  readonly part: Part;
}

function PartRow({ part, batch, index }: PartRowProps) {
  const t = useTranslations('batch');
  const change = (changed: Partial<Batch>, settled?: boolean) => setBatch(index, { ...batch, ...changed }, settled);
  if (part === 'sampling') {
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
  if (part === 'reduce') {
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
  if (part === 'tail') {
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

/** How samples are chosen and micro-batches joined; what is as usual is folded away. */
export function MoreBatch({ batch, index }: MoreBatchProps) {
  const t = useTranslations('batch');
  const [open, setOpen] = useState(false);
  // What was in sight when the fold was last used stays, so that no row jumps away while it is dragged to its default.
  const [kept, setKept] = useState<ReadonlySet<Part>>(new Set());
  const all = useParts(batch);
  const shown = all.filter((part) => open || batch[part] !== fullBatch[part] || kept.has(part));
  const toggle = () => {
    setOpen(!open);
    setKept(new Set());
  };
  return (
    <div onFocus={() => setKept(new Set(shown))}>
      {shown.map((part) => (
        <PartRow key={part} part={part} batch={batch} index={index} />
      ))}
      {(open || shown.length < all.length) && (
        <button type="button" className="more" aria-expanded={open} onClick={toggle}>
          {open ? t('less') : t('more')}
        </button>
      )}
    </div>
  );
}
