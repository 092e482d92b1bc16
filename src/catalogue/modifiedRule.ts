import type { Rule } from '../formula';
import { extendRule, type Extension } from '../formula/extend';
import { modifiers, type Modifier, type ModifierId } from './modifiers';

/** The projection acts after the whole step; frozen parameters stay where they are even outside the domain. */
const PROJECTION = 'project(theta)';

const list: readonly Modifier[] = modifiers;

const isInRule = (id: ModifierId): boolean => !list.some((one) => one.id === id && one.inLoss);

/** The extension that modifiers add to a rule; on a problem with a domain every update ends with the projection onto it. */
export function extensionOf(ids: readonly ModifierId[], bounded: boolean): Extension {
  const chosen = list.filter(({ id, inLoss }) => !inLoss && (ids as readonly string[]).includes(id));
  const [kept, moved] = [chosen.filter(({ id }) => id === 'frozen'), chosen.filter(({ id }) => id !== 'frozen')];
  const texts = (some: readonly Modifier[]) => some.flatMap(({ parameters }) => parameters ?? []);
  return {
    hyper: chosen.flatMap(({ settings }) =>
      Object.entries(settings).map(([name, value]) => ({ name, default: value, flag: false })),
    ),
    gradient: chosen.flatMap(({ gradient }) => gradient ?? []),
    product: chosen.flatMap(({ product }) => product ?? []),
    direction: chosen.flatMap(({ direction }) => direction ?? []),
    parameters: [...texts(moved), ...(bounded ? [PROJECTION] : []), ...texts(kept)],
  };
}

const known = new WeakMap<Rule, Map<string, Rule>>();

/** A rule with the lines of those modifiers that act in the rule. Equal arguments give the same object. */
export function modifiedRule(rule: Rule, chosen: readonly ModifierId[], bounded = false): Rule {
  const ids = chosen.filter(isInRule);
  if (ids.length === 0 && !bounded) return rule;
  const variants = known.get(rule) ?? new Map<string, Rule>();
  known.set(rule, variants);
  const key = JSON.stringify([modifiers.filter(({ id }) => ids.includes(id)).map(({ id }) => id), bounded]);
  const made = variants.get(key) ?? extendRule(rule, extensionOf(ids, bounded));
  variants.set(key, made);
  return made;
}
