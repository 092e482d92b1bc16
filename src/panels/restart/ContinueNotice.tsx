import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatNumber } from '../../plots';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { setFrozenInAll } from '../../workbench/edits/lateEdits';
import { usePreference } from '../../workbench/stores/preferences';
import { newSeed } from '../../workbench/edits/restart';
import { setScreen, type Continuation } from '../../workbench/stores/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { DiceIcon } from '../controls/lateIcons';
import { withLateMessages } from '../late/LateMessages';
import { ParameterChecks } from '../run/modifiers/ParameterChecks';
import { runLabel } from '../shared/runNames';
import './continueNotice.css';

/** The number of coordinates that are shown: as many as can be read at a glance. */
const SHOWN = 4;

const pointText = (point: readonly number[]): string =>
  `(${[...point.slice(0, SHOWN).map((value) => formatNumber(value, 4)), ...(point.length > SHOWN ? ['…'] : [])].join(', ')})`;

/** Freezes parameters in all runs, to fine-tune the others. A box is checked if every run has the parameter frozen. */
function Freezing() {
  const t = useTranslations('continue');
  const [open, setOpen] = useState(false);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const [first, ...others] = runs.map(({ modifiers }) => modifiers?.frozen ?? []);
  const frozen = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  return (
    <>
      <button type="button" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('freeze')}
      </button>
      {open && <ParameterChecks label={t('freeze')} chosen={frozen} onChange={setFrozenInAll} />}
    </>
  );
}

/** Says that the runs now start at a point of one of them: which point it is, and which start it replaced. */
export default withLateMessages(function ContinueNotice({
  continued: { start, run, step, formerStart, formerMinimum },
}: {
  readonly continued: Continuation;
}) {
  const t = useTranslations('continue');
  const language = usePreference((state) => state.language);
  const isSampled = useExperimentPart(({ problem }) => problem.kind === 'data' && !problem.userData);
  return (
    <div className="notice">
      <div className="continue-words">
        <p>{t('now', { point: pointText(start), label: runLabel(run, language), step })}</p>
        <p className="soft">{t('before', { point: pointText(formerStart) })}</p>
        {formerMinimum && <p className="soft">{t('minimum', { point: pointText(formerMinimum) })}</p>}
        {isSampled && (
          <>
            <p>{t('data')}</p>
            <button type="button" className="button" onClick={newSeed}>
              <DiceIcon />
              {t('newData')}
            </button>
          </>
        )}
        <Freezing />
      </div>
      <DismissButton onClick={() => setScreen({ continued: null })} />
    </div>
  );
});
