import { findOptimizer, hyperDomain, hyperparametersOf, isMethod, isOwnRule } from '../../catalogue';
import type { HyperDomain, Setting } from '../../catalogue';
import type { Run } from '../../experiment/core/types';
import type { Hyperparameter } from '../../formula';
import type { Limits } from '../controls/numbers/numbers';
import type { SliderRange } from '../controls/numbers/scales';
import { symbolText, type SymbolText } from '../controls/symbols';

/** What the panel needs to show a hyperparameter. */
export interface HyperControl extends Hyperparameter {
  readonly domain: HyperDomain;
}

/** Always shown, because users change them most. */
const alwaysShown = new Set(['lr', 'momentum', 'beta1', 'beta2', 'rho']);

/** The hyperparameters that a card names in words; it names all others by their letter in the rule. */
const namedInWords = new Set(['lr', 'momentum', 'dampening']);

const settingsOf = (id: string): readonly HyperControl[] => {
  const optimizer = findOptimizer(id);
  return optimizer
    ? hyperparametersOf(optimizer).map((hyper) => ({ ...hyper, domain: hyperDomain(hyper.name, id) }))
    : [];
};

const cache = new Map<string, readonly HyperControl[]>();

/** Every hyperparameter of an optimizer's rule, in the rule's order; the same objects every time. */
export function hyperControls(optimizer: string): readonly HyperControl[] {
  const settings = cache.get(optimizer) ?? settingsOf(optimizer);
  // While the user writes a rule, every character is another optimizer.
  if (cache.size > 200) cache.clear();
  cache.set(optimizer, settings);
  return settings;
}

/**
 * Whether a hyperparameter is shown without unfolding: all of a rule that the user wrote or of a classical method, the most used ones of the others,
 * and those that differ from the rule's default.
 */
export const isAlwaysShown = ({ name, default: initial }: HyperControl, run: Run): boolean =>
  isOwnRule(run.optimizer) || isMethod(run.optimizer) || alwaysShown.has(name) || Number(run.hyper[name]) !== initial;

/** The letter of a hyperparameter on a card; null if the card names it in words. */
export const letterOf = ({ name, flag, domain }: HyperControl): SymbolText | null =>
  flag || namedInWords.has(name) ? null : symbolText(domain.symbol);

/** The slider of a hyperparameter; null for a flag. A logarithmic slider has a position for 0 if 0 is the default. */
export function sliderOf({ domain, default: initial }: HyperControl): SliderRange | null {
  const { slider } = domain;
  if (slider.scale === 'flag') return null;
  return {
    kind: slider.scale,
    range: [slider.min, slider.max],
    integer: domain.integer ?? false,
    zero: slider.scale === 'log' && initial === 0,
  };
}

/** The slider of a constant or problem setting; its range is also the range of allowed values. */
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
