import { useTranslations } from 'use-intl';
import { BATCH_SIZE, limits, type Stage, type StageControl } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { openingIndex, openingStops } from '../../lessons/opening';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import type { SliderRange } from '../controls/numbers/scales';
import { hyperControls, sliderOf } from '../shared/hyperControls';
import { numbered, runLabel } from '../shared/runNames';
import { useControlLabel } from '../shared/controlLabel';

interface LabelledControl extends StageControl {
  readonly label: string;
  readonly scale: SliderRange;
}

/** The controls of a stage with their words and sliders: those of the opening's stop, otherwise those of the catalogue. */
export function useStageScales(stage: Stage): readonly LabelledControl[] {
  const t = useTranslations('stage');
  const labelOf = useControlLabel();
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const index = openingIndex(stage);
  // Not the runs' names in the plots: those say the value that the slider moves, and would change under the user's hand.
  const names = numbered(runs.map((run) => runLabel(run, language)));
  const own = index === null ? undefined : openingStops[index]?.control;
  return stage.controls.flatMap((control) => {
    if (own && own.run === control.run && own.name === control.name)
      return [{ ...control, label: inLanguage(own.label, language), scale: evenScale(own) }];
    const run = names[control.run] ?? '';
    const label = runs.length > 1 ? t('ofRun', { run, name: labelOf(control) }) : labelOf(control);
    return catalogueScale(control, runs).map((found) => ({ ...found, label }));
  });
}

const evenScale = ({ min, max, integer = false }: { min: number; max: number; integer?: boolean }): SliderRange => ({
  kind: 'linear',
  range: [min, max],
  integer,
  zero: false,
});

function catalogueScale(
  control: StageControl,
  runs: Experiment['runs'],
): (StageControl & Pick<LabelledControl, 'scale'>)[] {
  const run = runs[control.run];
  if (!run) return [];
  if (control.name === BATCH_SIZE) return [{ ...control, scale: evenScale({ ...limits.batch, integer: true }) }];
  const setting = hyperControls(run.optimizer).find(({ name }) => name === control.name);
  const scale = setting && sliderOf(setting);
  if (!setting || !scale) return [];
  return [{ ...control, scale }];
}
