import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { epochLimit, limits } from '../../experiment';
import { settle, useExperimentPart } from '../../workbench/stores/experimentStore';
import { setEpochs, setSteps } from '../../workbench/edits/edits';
import { settingsOf } from '../../workbench/requests/problem';
import { SettingRow } from '../controls/numbers/SettingRow';
import { FailedControl } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { ProblemSettingRows } from './ProblemSettingRows';
import './problemSettings.css';

const ResetButton = lazyWith(
  () => import('../restart/ResetButton'),
  () => <span className="button waiting" />,
  FailedControl,
);
const KeptData = lazyWith(() => import('./KeptData'));
const SeedRow = lazyWith(
  () => import('../restart/SeedRow'),
  () => <div className="setting" />,
);

/** Updates of a function problem, or epochs of a data problem. */
function LengthRow() {
  const t = useTranslations('settings');
  const steps = useExperimentPart((experiment) => experiment.steps);
  const epochs = useExperimentPart((experiment) => experiment.epochs);
  const most = useExperimentPart((experiment) => Math.min(limits.epochs.max, epochLimit(experiment)));
  if (epochs !== undefined) {
    const range: [number, number] = [limits.epochs.min, Math.max(2, most)];
    return (
      <SettingRow
        label={t('epochs')}
        about={t('epochsAbout')}
        value={epochs}
        scale={{ kind: 'log', range, integer: true }}
        limits={{ min: limits.epochs.min, max: most, integer: true }}
        onChange={setEpochs}
        onSettle={settle}
      />
    );
  }
  return (
    <SettingRow
      label={t('steps')}
      about={t('stepsAbout')}
      value={steps ?? limits.steps.min}
      scale={{ kind: 'log', range: [limits.steps.min, limits.steps.max], integer: true }}
      limits={{ ...limits.steps, integer: true }}
      onChange={setSteps}
      onSettle={settle}
    />
  );
}

/** The controls of the problem: its constants or the settings of its data, and the length of the runs. */
export const ProblemSettings = memo(function ProblemSettings() {
  const t = useTranslations('settings');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const given = problem.kind === 'data' && problem.userData !== undefined;
  const isRandom = useExperimentPart(
    ({ runs }) => problem.kind === 'data' || runs.some(({ modifiers }) => modifiers?.noise),
  );
  const { settings, values } = settingsOf(problem);
  return (
    <section className="problem-settings">
      <div className="runs-head">
        <h2 className="section-title">{t('title')}</h2>
        <ResetButton />
      </div>
      <div className="settings">
        <LengthRow />
        {given && <KeptData />}
        <ProblemSettingRows settings={settings} values={values} />
        {isRandom && <SeedRow />}
      </div>
    </section>
  );
});
