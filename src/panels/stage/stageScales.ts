import { useTranslations } from 'use-intl';
import { BATCH_SIZE, limits, type Stage, type StageControl } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { openingIndex, openingStops } from '../../lessons/opening';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import type { Limits } from '../controls/numbers/numbers';
import type { SliderRange } from '../controls/numbers/scales';
import { hyperControls, sliderOf } from '../shared/hyperControls';
import { holding } from '../shared/rateRange';
import { runNames } from '../shared/runNames';
import { movedOn } from '../shared/runs';
import { useControlLabel } from '../shared/controlLabel';
import { stageValueOf } from './stageControl';

export interface LabelledControl extends StageControl {
  readonly label: string;
  readonly scale: SliderRange;
  /** What may be typed. */
  readonly limits: Limits;
  /** Whether the slider of a rate may show the range around its edge instead; a stop of the opening has a range of its own. */
  readonly followsEdge: boolean;
}

/** The controls of a stage with their words and sliders: those of the opening's stop, otherwise those of the catalogue. */
export function useStageScales(stage: Stage): readonly LabelledControl[] {
  const t = useTranslations('stage');
  const labelOf = useControlLabel();
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const index = openingIndex(stage);
  // As in the plots; numbers where those would say what a slider moves, and change under the user's hand.
  const names = runNames(runs, language, movedOn(stage), true);
  const own = index === null ? undefined : openingStops[index]?.control;
  const controls = stage.controls.flatMap((control) => {
    if (own && own.run === control.run && own.name === control.name)
      return [{ ...control, ...even(own), label: inLanguage(own.label, language), followsEdge: false }];
    const run = names[control.run] ?? '';
    const label = runs.length > 1 ? t('ofRun', { run, name: labelOf(control) }) : labelOf(control);
    return catalogueScale(control, runs).map((found) => ({ ...found, label }));
  });
  return controls.map((control) => onCommonScale(control, controls, runs));
}

/** Where several runs have a slider of one setting, a value stands at the same place on all of them. */
export function onCommonScale<T extends LabelledControl>(
  control: T,
  controls: readonly LabelledControl[],
  runs: Experiment['runs'],
): T {
  const alike = controls.filter(({ name, scale }) => name === control.name && scale.kind === control.scale.kind);
  if (alike.length === 1) return control;
  const held = alike.flatMap(({ run, name, scale }) => [...scale.range, stageValueOf(runs[run], name)]);
  return { ...control, scale: held.reduce(holding, control.scale), followsEdge: false };
}

/** A number with an even slider over all that is allowed. */
const even = ({ min, max, integer = false }: Limits): Pick<LabelledControl, 'scale' | 'limits'> => ({
  scale: { kind: 'linear', range: [min, max], integer, zero: false },
  limits: { min, max, integer },
});

function catalogueScale(control: StageControl, runs: Experiment['runs']): Omit<LabelledControl, 'label'>[] {
  const run = runs[control.run];
  if (!run) return [];
  if (control.name === BATCH_SIZE)
    return [{ ...control, ...even({ ...limits.batch, integer: true }), followsEdge: false }];
  const setting = hyperControls(run.optimizer).find(({ name }) => name === control.name);
  const scale = setting && sliderOf(setting);
  if (!setting || !scale) return [];
  return [{ ...control, scale, limits: setting.domain, followsEdge: control.name === 'lr' }];
}
