import { lazy, memo, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { epochLimit, limits } from '../experiment';
import type { Setting } from '../catalogue';
import { settle, useExperimentPart } from '../workbench/experimentStore';
import { setEpochs, setSetting, setSteps } from '../workbench/problemEdits';
import { settingsOf } from '../workbench/subject';
import { SettingRow } from './controls/SettingRow';
import { settingSlider } from './hyperSettings';

const ResetButton = lazy(() => import('./restart/ResetButton'));
const SeedRow = lazy(() => import('./restart/SeedRow'));

/** The words for a constant or a setting; constants of formulas are called by their letter. */
function useSettingLabel(): (name: string) => string {
  const t = useTranslations('settings');
  return (name) => {
    const index = /^weight(\d+)$/.exec(name)?.[1];
    if (index !== undefined) return t('weight', { index });
    if (name === 'kappa') return t('condition');
    return name === 'samples' || name === 'bias' || name === 'noise' ? t(name) : name;
  };
}

function SettingRows({ settings, values }: { readonly settings: Readonly<Record<string, Setting>>; readonly values: Readonly<Record<string, number>> }) {
  const label = useSettingLabel();
  return Object.entries(settings).map(([name, setting]) => {
    const { limits: hard, ...scale } = settingSlider(setting);
    return (
      <SettingRow
        key={name}
        label={label(name)}
        about=""
        value={values[name] ?? setting.default}
        scale={scale}
        limits={hard}
        onChange={(value, settled) => setSetting(name, value, settled)}
        onSettle={settle}
      />
    );
  });
}

/** Updates of a function problem, or epochs of a data problem. */
function LengthRow() {
  const t = useTranslations('settings');
  const steps = useExperimentPart((experiment) => experiment.steps);
  const epochs = useExperimentPart((experiment) => experiment.epochs);
  const most = useExperimentPart((experiment) => Math.min(limits.epochs.max, epochLimit(experiment)));
  if (epochs !== undefined) {
    const range: [number, number] = [limits.epochs.min, Math.max(2, most)];
    return (
      <SettingRow label={t('epochs')} about={t('epochsAbout')} value={epochs} scale={{ kind: 'log', range, integer: true }} limits={{ min: limits.epochs.min, max: most, integer: true }} onChange={setEpochs} onSettle={settle} />
    );
  }
  return (
    <SettingRow label={t('steps')} about={t('stepsAbout')} value={steps ?? limits.steps.min} scale={{ kind: 'log', range: [limits.steps.min, limits.steps.max], integer: true }} limits={{ ...limits.steps, integer: true }} onChange={setSteps} onSettle={settle} />
  );
}

/** What the problem itself can be set to: its constants or its data, and how long the runs are. */
export const ProblemSettings = memo(function ProblemSettings() {
  const t = useTranslations('settings');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const given = problem.kind === 'data' && problem.given !== undefined;
  const { settings, values } = settingsOf(problem);
  return (
    <section className="problem-settings">
      <div className="runs-head">
        <h2 className="section-title">{t('title')}</h2>
        <Suspense fallback={<span className="button waiting" />}>
          <ResetButton />
        </Suspense>
      </div>
      <div className="settings">
        <LengthRow />
        {given ? <p className="soft">{t('given')}</p> : <SettingRows settings={settings} values={values} />}
        {problem.kind === 'data' && (
          <Suspense fallback={<div className="setting" />}>
            <SeedRow />
          </Suspense>
        )}
      </div>
    </section>
  );
});
