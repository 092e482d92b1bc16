import { FormulaError, parseRule, type Hyperparameter, type Rule } from '../formula';
import { optimizers } from './optimizers';
import type { HyperDomain, LocalName, Optimizer } from './types';

/*
 * Rules that the user writes. The key of such an optimizer is the text of its rule, so that everything that asks the
 * catalogue for an optimizer by its key gets one of the user's in the same way.
 */

/** Whether a key is the text of a rule: it has a signature. Keys of the catalogue have no bracket. */
export const isOwnRule = (key: string): boolean => key.includes('(');

/** The most texts that are remembered; while one is written, every character makes another. */
const MOST_KNOWN = 200;

const known = new Map<string, Optimizer | undefined>();
const rules = new WeakMap<Optimizer, Rule>();

/** The optimizer of a rule's text; undefined if the text is no rule. */
export function ownOptimizer(text: string): Optimizer | undefined {
  if (!isOwnRule(text)) return undefined;
  if (known.has(text)) return known.get(text);
  if (known.size >= MOST_KNOWN) known.clear();
  const made = optimizerOf(text);
  known.set(text, made);
  return made;
}

function optimizerOf(text: string): Optimizer | undefined {
  try {
    const rule = parseRule(text);
    const optimizer: Optimizer = {
      id: text,
      name: nameOf(rule),
      rule: text,
      sources: [],
      truth: { own: true },
    };
    rules.set(optimizer, rule);
    return optimizer;
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The name in the signature; where an optimizer of the catalogue is called so, with a word that tells the two apart. */
function nameOf({ name }: Rule): LocalName {
  const isCatalogued = optimizers.some(({ id }) => letters(id) === letters(name));
  return isCatalogued ? { en: `${name} (own)`, zh: `${name}（自定）` } : { en: name, zh: name };
}

/** The parsed rule of `ownOptimizer`. */
export const ownRule = (optimizer: Optimizer): Rule | undefined => rules.get(optimizer);

/** A hyperparameter as the signature of a user's rule declares it. */
export function declaredIn(text: string, name: string): Hyperparameter | undefined {
  const optimizer = ownOptimizer(text);
  return optimizer && ownRule(optimizer)?.hyper.find((hyper) => hyper.name === name);
}

/** Limits of a number that nothing limits otherwise. */
const WIDEST = 1e9;

const domains = new WeakMap<Hyperparameter, HyperDomain>();

/**
 * Limits, slider and name of a hyperparameter of a user's rule: what its signature declares, then what the catalogue says
 * of a hyperparameter with that name, then a range around its default.
 */
export function ownDomain(hyper: Hyperparameter, catalogued: HyperDomain | undefined): HyperDomain {
  const isSame = catalogued && !hyper.range && isWithin(hyper, catalogued);
  if (isSame) return catalogued;
  const found = domains.get(hyper) ?? madeDomain(hyper, catalogued);
  domains.set(hyper, found);
  return found;
}

const isWithin = ({ default: value, flag }: Hyperparameter, { min, max, slider }: HyperDomain): boolean =>
  value >= min && value <= max && flag === (slider.scale === 'flag');

function madeDomain(hyper: Hyperparameter, catalogued: HyperDomain | undefined): HyperDomain {
  const { name, flag, range } = hyper;
  const known = catalogued && (catalogued.slider.scale === 'flag') === flag ? catalogued : undefined;
  return {
    name: known?.name ?? { en: name, zh: name },
    symbol: known?.symbol ?? name,
    min: flag ? 0 : -WIDEST,
    max: flag ? 1 : WIDEST,
    slider: flag ? { scale: 'flag' } : (range ?? rangeAround(hyper.default)),
  };
}

/** Two decades on each side of a positive default, otherwise a range with 0 in its middle. */
function rangeAround(value: number): { min: number; max: number; scale: 'log' | 'linear' } {
  if (value > 0) return { min: twelveDigits(value / 100), max: twelveDigits(value * 100), scale: 'log' };
  const reach = value === 0 ? 1 : 2 * Math.abs(value);
  return { min: -reach, max: reach, scale: 'linear' };
}

const twelveDigits = (value: number): number => Number(value.toPrecision(12));
