import { useTranslations } from 'use-intl';
import { hyperDomain } from '../../catalogue';
import { BATCH_SIZE, stageControlsOf, stagePlots, type StageControl, type StagePlot } from '../../experiment';
import { chooseStage, useStageChoice } from '../../workbench/present/stageChoice';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useRunStyles } from '../shared/runs';

/** Which plots and which controls stand on the stage. */
export function StageChoice() {
  return (
    <>
      <PlotBoxes />
      <ControlBoxes />
    </>
  );
}

function PlotBoxes() {
  const t = useTranslations('present');
  const stage = useStageChoice();
  const hasData = useExperimentPart(({ problem }) => problem.kind === 'data');
  const { plots } = stage;
  // In the order of the list, and never none.
  const toggle = (plot: StagePlot) => {
    const chosen = stagePlots.filter((other) => plots.includes(other) !== (other === plot));
    if (chosen.length > 0) chooseStage({ ...stage, plots: chosen });
  };
  return (
    <fieldset className="talk-boxes">
      <legend>{t('plots')}</legend>
      {stagePlots
        .filter((plot) => plot !== 'data' || hasData)
        .map((plot) => (
          <label key={plot} className="check">
            <input type="checkbox" checked={plots.includes(plot)} onChange={() => toggle(plot)} />
            {t(`plot.${plot}`)}
          </label>
        ))}
    </fieldset>
  );
}

function ControlBoxes() {
  const t = useTranslations('present');
  const language = usePreference((state) => state.language);
  const stage = useStageChoice();
  const runs = useExperimentPart((experiment) => experiment.runs);
  const styles = useRunStyles();
  const all = runs.map((run, index) => stageControlsOf(run).map((name): StageControl => ({ run: index, name })));
  const has = ({ run, name }: StageControl) =>
    stage.controls.some((control) => control.run === run && control.name === name);
  const toggle = (control: StageControl) =>
    chooseStage({ ...stage, controls: all.flat().filter((other) => has(other) !== (other === control)) });
  const labelOf = ({ run, name }: StageControl) =>
    name === BATCH_SIZE ? t('batchSize') : hyperDomain(name, runs[run]?.optimizer ?? '').name[language];
  return (
    <fieldset className="talk-boxes">
      <legend>{t('sliders')}</legend>
      {all.map((controls, run) => (
        <div key={run} className="talk-run" role="group" aria-label={styles[run]?.label}>
          <strong>{styles[run]?.label}</strong>
          {controls.map((control) => (
            <label key={control.name} className="check">
              <input type="checkbox" checked={has(control)} onChange={() => toggle(control)} />
              {labelOf(control)}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
