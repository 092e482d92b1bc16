import { useTranslations } from 'use-intl';
import { stageControlsOf, stagePlots, type Stage, type StageControl } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { Segments } from '../controls/lists/Segments';
import { runNames } from '../shared/runNames';
import { useControlLabel } from '../shared/controlLabel';
import type { ChoicesProps } from './WordFields';

/** Where nothing has been chosen yet: both plots, and the learning rate of the first run. */
const firstStage: Stage = { plots: stagePlots, controls: [{ run: 0, name: 'lr' }], words: null };

const views = ['workbench', 'stage'] as const;

/** What the receiver sees and may move. */
export function StageChoice({ choices, onChange }: ChoicesProps) {
  const t = useTranslations('share');
  const { stage } = choices;
  const choose = (view: string) => onChange({ stage: view === 'stage' ? (stage ?? firstStage) : null });
  return (
    <section className="share-stage">
      <div className="share-inline">
        <span aria-hidden="true">{t('sees')}</span>
        <Segments
          label={t('sees')}
          value={stage ? 'stage' : 'workbench'}
          options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
          onChange={choose}
        />
      </div>
      {stage && <StageParts stage={stage} onChange={(next) => onChange({ stage: next })} />}
    </section>
  );
}

interface StagePartsProps {
  readonly stage: Stage;
  readonly onChange: (stage: Stage) => void;
}

function StageParts({ stage, onChange }: StagePartsProps) {
  const t = useTranslations('share');
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const names = runNames(runs, language);
  const setPlots = (plots: Stage['plots']) => onChange({ ...stage, plots });
  return (
    <div className="share-parts">
      <fieldset>
        <legend>{t('plots')}</legend>
        {stagePlots.map((name) => {
          const isShown = stage.plots.includes(name);
          return (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={isShown}
                // One plot at least.
                disabled={isShown && stage.plots.length === 1}
                onChange={() =>
                  setPlots(stagePlots.filter((one) => (one === name ? !isShown : stage.plots.includes(one))))
                }
              />
              {t(`plot.${name}`)}
            </label>
          );
        })}
      </fieldset>
      {runs.map((run, index) => (
        <fieldset key={index}>
          <legend>{t('mayMove', { run: names[index] ?? '' })}</legend>
          {stageControlsOf(run).map((name) => (
            <ControlBox key={name} control={{ run: index, name }} stage={stage} onChange={onChange} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

const isSame = (one: StageControl, other: StageControl): boolean => one.run === other.run && one.name === other.name;

function ControlBox({ control, stage, onChange }: StagePartsProps & { readonly control: StageControl }) {
  const labelOf = useControlLabel();
  const isOn = stage.controls.some((one) => isSame(one, control));
  const others = stage.controls.filter((one) => !isSame(one, control));
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={() => onChange({ ...stage, controls: isOn ? others : [...others, control] })}
      />
      {labelOf(control)}
    </label>
  );
}
