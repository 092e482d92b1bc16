import { findOptimizer, hyperDomain, ruleOf } from '../../catalogue';
import type { HyperDomain, Setting } from '../../catalogue';
import type { Run } from '../../experiment/core/types';
import type { Hyperparameter } from '../../formula';
import type { Limits } from '../controls/numbers/numbers';
import type { SliderRange } from '../controls/numbers/scales';
import { symbolText, type SymbolText } from '../controls/symbols';

/** A hyperparameter as the panel shows it. */
export interface HyperSetting extends Hyperparameter {
  readonly domain: HyperDomain;
}

/** Always in sight, whatever their values: what people come to move. */
const prominent = new Set(['lr', 'momentum', 'beta1', 'beta2', 'rho']);

/** Called by their words on a card; every other number by the letter that it has in the rule below. */
const calledByWords = new Set(['lr', 'momentum', 'dampening']);

const settingsOf = (id: string): readonly HyperSetting[] => {
  const optimizer = findOptimizer(id);
  return optimizer ? ruleOf(optimizer).hyper.map((hyper) => ({ ...hyper, domain: hyperDomain(hyper.name, id) })) : [];
};

const found = new Map<string, readonly HyperSetting[]>();

/** Every hyperparameter of an optimizer's rule, in the rule's order; the same objects every time. */
export function hyperSettings(optimizer: string): readonly HyperSetting[] {
  const settings = found.get(optimizer) ?? settingsOf(optimizer);
  found.set(optimizer, settings);
  return settings;
}

/** In sight without unfolding: the prominent ones, and those that are not as the rule has them. */
export const isInSight = ({ name, default: usual }: HyperSetting, run: Run): boolean =>
  prominent.has(name) || Number(run.hyper[name]) !== usual;

/** The letter that stands for a hyperparameter on a card; null where its words do. */
export const letterOf = ({ name, flag, domain }: HyperSetting): SymbolText | null =>
  flag || calledByWords.has(name) ? null : symbolText(domain.symbol);

/** The slider of a hyperparameter; null for a flag. A logarithmic one gets a notch for 0 where 0 is what the rule starts from. */
export function sliderOf({ domain, default: usual }: HyperSetting): SliderRange | null {
  const { slider } = domain;
  if (slider.scale === 'flag') return null;
  return {
    kind: slider.scale,
    range: [slider.min, slider.max],
    integer: domain.integer ?? false,
    zero: slider.scale === 'log' && usual === 0,
  };
}

/** Slider and limits of a problem's constant or a data set's setting, which are the same range. */
export const settingSlider = ({
  scale,
  min,
  max,
  integer = false,
}: Setting): SliderRange & { readonly limits: Limits } => ({
  kind: scale,
  range: [min, max],
  integer,
  limits: { min, max, integer },
});
