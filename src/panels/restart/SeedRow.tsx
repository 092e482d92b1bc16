import { useTranslations } from 'use-intl';
import { limits } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { setSeed } from '../../workbench/edits/edits';
import { newSeed } from '../../workbench/edits/restart';
import { DiceIcon } from '../controls/lateIcons';
import { NumberField } from '../controls/numbers/NumberField';
import { withLateMessages } from '../late/LateMessages';
import './seedRow.css';

/** A field for the seed, and a button for a new one. */
export default withLateMessages(function SeedRow() {
  const t = useTranslations('restart');
  const seed = useExperimentPart((experiment) => experiment.seed);
  return (
    <div className="setting" title={t('seedAbout')}>
      <span className="setting-label">{t('seed')}</span>
      <button type="button" className="button seed-new" onClick={newSeed}>
        <DiceIcon />
        {t('newSeed')}
      </button>
      <NumberField
        label={t('seed')}
        value={seed}
        limits={{ ...limits.seed, integer: true }}
        onChange={setSeed}
        stepped={(direction) => Math.min(limits.seed.max, Math.max(limits.seed.min, seed + direction))}
      />
    </div>
  );
});
