import { useTranslations } from 'use-intl';
import { formatNumber } from '../../plots';
import { useExperimentPart } from '../../workbench/experimentStore';
import { usePreference } from '../../workbench/preferences';
import { newSeed } from '../../workbench/restart';
import { showOnScreen, type Continued } from '../../workbench/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { DiceIcon } from '../controls/Icons';
import { LaterWords } from '../LaterWords';
import { runLabel } from '../runs';

/** As many parameters as can be read at a glance. */
const SHOWN = 4;

const pointText = (point: readonly number[]): string =>
  `(${[...point.slice(0, SHOWN).map((value) => formatNumber(value, 4)), ...(point.length > SHOWN ? ['…'] : [])].join(', ')})`;

function Words({ continued: { start, run, step, formerStart, formerMinimum } }: { readonly continued: Continued }) {
  const t = useTranslations('continue');
  const language = usePreference((state) => state.language);
  const isDrawn = useExperimentPart(({ problem }) => problem.kind === 'data' && !problem.given);
  return (
    <div className="notice">
      <div className="continue-words">
        <p>{t('now', { point: pointText(start), label: runLabel(run, language), step })}</p>
        <p className="soft">{t('before', { point: pointText(formerStart) })}</p>
        {formerMinimum && <p className="soft">{t('minimum', { point: pointText(formerMinimum) })}</p>}
        {isDrawn && (
          <>
            <p>{t('data')}</p>
            <button type="button" className="button" onClick={newSeed}>
              <DiceIcon />
              {t('newData')}
            </button>
          </>
        )}
      </div>
      <DismissButton onClick={() => showOnScreen({ continued: null })} />
    </div>
  );
}

/** The runs now start where one of them had come to: from where, and what was there before. */
export default function ContinueNotice(props: { readonly continued: Continued }) {
  return (
    <LaterWords>
      <Words {...props} />
    </LaterWords>
  );
}
