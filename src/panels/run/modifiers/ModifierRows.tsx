import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { modifiers as catalogue, type ModifierId } from '../../../catalogue';
import { offeredModifiers } from '../../../experiment';
import type { Modifiers, RunPrecision } from '../../../experiment/core/types';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { hyperControls } from '../../shared/hyperControls';
import { PrecisionRows } from '../precision/PrecisionRows';
import { ModifierRow } from './ModifierRow';

interface ModifierRowsProps {
  readonly modifiers: Modifiers | undefined;
  readonly precision: RunPrecision | undefined;
  readonly optimizer: string;
  /** Index of the run. */
  readonly index: number;
}

const NONE: Modifiers = {};

/**
 * The modifiers that the problem allows, in the order in which they act, and the precision; those that the run does not have are
 * folded away.
 * A modifier is left out if the rule has a flag of the same name (`maximize`).
 */
export const ModifierRows = memo(function ModifierRows({
  modifiers = NONE,
  precision,
  optimizer,
  index,
}: ModifierRowsProps) {
  const t = useTranslations('modifiers');
  const [open, setOpen] = useState(false);
  // Rows stay visible until the user folds and unfolds again, so that none disappears when it is turned off.
  const [kept, setKept] = useState<ReadonlySet<ModifierId | 'precision'>>(new Set());
  const problem = useExperimentPart((experiment) => experiment.problem);
  const isOffered = (id: ModifierId) =>
    offeredModifiers(problem).includes(id) && hyperControls(optimizer).every(({ name }) => name !== id);
  const offered = catalogue.filter(({ id }) => modifiers[id] !== undefined || isOffered(id));
  const shown = offered.filter(({ id }) => modifiers[id] !== undefined || kept.has(id));
  const showsPrecision = precision !== undefined || kept.has('precision');
  const keep = () =>
    setKept(new Set([...shown.map(({ id }) => id), ...(showsPrecision ? ['precision' as const] : [])]));
  const toggle = () => {
    setOpen(!open);
    setKept(new Set());
  };
  return (
    <div className="settings modifiers" onFocus={keep}>
      {(open ? offered : shown).map((modifier) => (
        <ModifierRow key={modifier.id} modifier={modifier} modifiers={modifiers} index={index} />
      ))}
      {(open || showsPrecision) && <PrecisionRows precision={precision} index={index} />}
      {(open || shown.length < offered.length || !showsPrecision) && (
        <button type="button" className="more" aria-expanded={open} onClick={toggle}>
          {open ? t('less') : t('more')}
        </button>
      )}
    </div>
  );
});
