import { findOptimizer, hyperDomain, ruleOf } from '../catalogue';
import type { HyperDomain, Setting } from '../catalogue';
import type { Run } from '../experiment/types';
import type { Hyperparameter } from '../formula';
import type { Limits } from './controls/numbers';
import type { SliderRange } from './controls/scales';

/** A hyperparameter as the panel shows it. */
export interface HyperSetting extends Hyperparameter {
  readonly domain: HyperDomain;
}

/** Always in sight, whatever their values: what people come to move. */
const prominent = new Set(['lr', 'momentum', 'beta1', 'beta2', 'rho']);

/** Every hyperparameter of the run's rule, in the rule's order. */
export function hyperSettings(run: Run): HyperSetting[] {
  const optimizer = findOptimizer(run.optimizer);
  if (!optimizer) return [];
  return ruleOf(optimizer).hyper.map((hyper) => ({ ...hyper, domain: hyperDomain(hyper.name, run.optimizer) }));
}

/** In sight without unfolding: the prominent ones, and those that are not as the rule has them. */
export const isInSight = ({ name, default: usual }: HyperSetting, run: Run): boolean =>
  prominent.has(name) || Number(run.hyper[name]) !== usual;

/** The slider of a hyperparameter; null for a flag. A logarithmic one gets a notch for 0 where 0 is what the rule starts from. */
export function sliderOf({ domain, default: usual }: HyperSetting): SliderRange | null {
  const { slider } = domain;
  if (slider.scale === 'flag') return null;
  return { kind: slider.scale, range: [slider.min, slider.max], integer: domain.integer ?? false, zero: slider.scale === 'log' && usual === 0 };
}

/** Slider and limits of a problem's constant or a data set's setting, which are the same range. */
export const settingSlider = ({ scale, min, max, integer = false }: Setting): SliderRange & { readonly limits: Limits } => ({
  kind: scale,
  range: [min, max],
  integer,
  limits: { min, max, integer },
});
