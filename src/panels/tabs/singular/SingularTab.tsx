import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { findRule, isMethod, ruleOf } from '../../../catalogue';
import { spectraOf, type Spectrum } from '../../../engine/float64/spectra';
import { SingularPlot } from '../../../plots/singular/SingularPlot';
import { matricesOf } from '../../../workbench/requests/matrices';
import { useStep } from '../../../workbench/playback/transport';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { useResults } from '../../../workbench/stores/resultStore';
import { Described } from '../../inWords/Described';
import { withLateMessages } from '../../late/LateMessages';
import { useRunStyles, useSelected } from '../../shared/runs';
import './singularTab.css';

const NONE: readonly Spectrum[] = [];

/** The singular values of the selected run at the step that is shown; empty before its first update. */
function useSpectra(): readonly Spectrum[] {
  const index = useSelected();
  const problem = useExperimentPart((experiment) => experiment.problem);
  const optimizer = useExperimentPart(({ runs }) => runs[index]?.optimizer ?? '');
  const inspection = useResults((state) => state.inspection);
  const hasStep = useStep() > 0;
  return useMemo(() => {
    const entry = findRule(optimizer);
    const [matrix] = matricesOf(problem);
    if (!hasStep || !entry || !matrix || inspection?.run !== index) return NONE;
    // After a change, the last inspection may be of a problem with fewer parameters.
    return matrix.at.every((i) => i < inspection.gradient.length) ? spectraOf(inspection, ruleOf(entry), matrix) : NONE;
  }, [problem, optimizer, inspection, hasStep, index]);
}

/** What an update does to the singular values of the matrix that the parameters form. */
export default withLateMessages(function SingularTab() {
  const t = useTranslations('singular');
  const selected = useSelected();
  const isMethodRun = useExperimentPart(({ runs }) => isMethod(runs[selected]?.optimizer ?? ''));
  const style = useRunStyles()[selected];
  const spectra = useSpectra();
  const step = useResults((state) => state.inspection?.step ?? 0);
  const panels = useMemo(
    () => spectra.map(({ kind, name, values }) => ({ title: t(kind, { name }), values })),
    [spectra, t],
  );
  const hasStep = useStep() > 0;
  const input = spectra.find(({ kind }) => kind === 'into');
  if (isMethodRun) return <p className="soft">{t('noRule')}</p>;
  // After the start, the numbers of the step are on their way.
  if (!style || panels.length === 0) return <p className="soft">{hasStep ? '' : t('start')}</p>;
  return (
    <div className="singular">
      <p className="singular-head">
        <strong>{style.label}</strong> <span>{t('step', { step })}</span> <span className="soft">{t('about')}</span>{' '}
        {input && <span className="soft">{t('aboutInput', { name: input.name })}</span>}
      </p>
      <div className="singular-plot">
        <Described of="singular" shows={{ panels, label: style.label }}>
          <SingularPlot panels={panels} colour={style.colour} />
        </Described>
      </div>
    </div>
  );
});
