import { useTranslations } from 'use-intl';
import { stageControlsOf, stagePlots, type Stage, type StageControl } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { Check } from '../controls/Check';
import { useControlLabel } from './controlLabel';
import { runNames } from './runNames';
import './stageParts.css';

interface StagePartsProps {
  readonly stage: Stage;
  readonly onChange: (stage: Stage) => void;
}

/** Boxes to tick: what stands on a stage, and which settings of which run can be moved there. */
export function StageParts(props: StagePartsProps) {
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const names = runNames(runs, language);
  return (
    <div className="stage-parts">
      <PlotBoxes {...props} />
      {runs.map((run, index) => (
        <ControlBoxes
          key={index}
          {...props}
          run={names[index] ?? ''}
          controls={stageControlsOf(run).map((name) => ({ run: index, name }))}
        />
      ))}
      <div className="stage-parts-all">
        <StartBox {...props} />
        <HintsBox {...props} />
      </div>
    </div>
  );
}

function StartBox({ stage, onChange }: StagePartsProps) {
  const t = useTranslations('stageParts');
  if (!stage.plots.includes('path')) return null;
  return (
    <Check
      label={t('movesStart')}
      value={stage.movesStart}
      onChange={(movesStart) => onChange({ ...stage, movesStart })}
    />
  );
}

function HintsBox({ stage, onChange }: StagePartsProps) {
  const t = useTranslations('stageParts');
  if (stage.controls.length === 0) return null;
  return (
    <Check
      label={t('showsHints')}
      value={stage.showsHints}
      onChange={(showsHints) => onChange({ ...stage, showsHints })}
    />
  );
}

function PlotBoxes({ stage, onChange }: StagePartsProps) {
  const t = useTranslations('stageParts');
  const hasData = useExperimentPart(({ problem }) => problem.kind === 'data');
  const offered = stagePlots.filter((plot) => plot !== 'data' || hasData);
  return (
    <fieldset>
      <legend>{t('plots')}</legend>
      {offered.map((plot) => {
        const isShown = stage.plots.includes(plot);
        // In the order of the list.
        const toggled = stagePlots.filter((one) => stage.plots.includes(one) !== (one === plot));
        return (
          <Check
            key={plot}
            label={t(`plot.${plot}`)}
            value={isShown}
            // One at least.
            disabled={isShown && toggled.length === 0}
            onChange={() => onChange({ ...stage, plots: toggled })}
          />
        );
      })}
    </fieldset>
  );
}

const isSame = (one: StageControl, other: StageControl): boolean => one.run === other.run && one.name === other.name;

interface ControlBoxesProps extends StagePartsProps {
  readonly run: string;
  readonly controls: readonly StageControl[];
}

function ControlBoxes({ stage, onChange, run, controls }: ControlBoxesProps) {
  const t = useTranslations('stageParts');
  const labelOf = useControlLabel();
  const toggle = (control: StageControl) => {
    const others = stage.controls.filter((one) => !isSame(one, control));
    onChange({ ...stage, controls: others.length < stage.controls.length ? others : [...others, control] });
  };
  return (
    <fieldset>
      <legend title={t('mayMove', { run })}>{t('mayMove', { run })}</legend>
      {controls.map((control) => (
        <Check
          key={control.name}
          label={labelOf(control)}
          value={stage.controls.some((one) => isSame(one, control))}
          onChange={() => toggle(control)}
        />
      ))}
    </fieldset>
  );
}
