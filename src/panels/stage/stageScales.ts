import { hyperDomain } from '../../catalogue';
import { BATCH_SIZE, limits, type Stage, type StageControl } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import type { Language } from '../../language';
import { openingIndex, openingStops } from '../../lessons/opening';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import type { SliderRange } from '../controls/numbers/scales';
import { hyperControls, sliderOf } from '../shared/hyperControls';

interface LabelledControl extends StageControl {
  readonly label: string;
  readonly scale: SliderRange;
}

/** The controls of a stage with their words and sliders: those of the opening's stop, otherwise those of the catalogue. */
export function useStageScales(stage: Stage): readonly LabelledControl[] {
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const index = openingIndex(stage);
  const own = index === null ? undefined : openingStops[index]?.control;
  return stage.controls.flatMap((control) => {
    if (own && own.run === control.run && own.name === control.name)
      return [{ ...control, label: own.label[language], scale: evenScale(own) }];
    return catalogueScale(control, runs, language);
  });
}

const evenScale = ({ min, max, integer = false }: { min: number; max: number; integer?: boolean }): SliderRange => ({
  kind: 'linear',
  range: [min, max],
  integer,
  zero: false,
});

function catalogueScale(control: StageControl, runs: Experiment['runs'], language: Language): LabelledControl[] {
  const run = runs[control.run];
  if (!run) return [];
  if (control.name === BATCH_SIZE)
    return [{ ...control, label: control.name, scale: evenScale({ ...limits.batch, integer: true }) }];
  const setting = hyperControls(run.optimizer).find(({ name }) => name === control.name);
  const scale = setting && sliderOf(setting);
  if (!setting || !scale) return [];
  return [{ ...control, label: hyperDomain(control.name, run.optimizer).name[language], scale }];
}
