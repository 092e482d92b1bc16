import { plainName } from './columns';
import type { LogQuantity, RunLog } from './types';

/** `θ₁`, `theta_1` and `params[1]` alike: letters spelled out, signs and leading words left out. */
const bare = (name: string): string =>
  plainName(name.normalize('NFKC').replace(/θ/g, 'theta'))
    .replace(/^(?:param|params|parameter|parameters|weights?|model)_(?=[a-z])/, '')
    .replace(/_/g, '');

/** A name that ends in a number, as its beginning and that number. */
function indexed(name: string): { readonly family: string; readonly index: number } | null {
  const found = /^(\D*?)(\d+)$/.exec(bare(name));
  return found ? { family: found[1] ?? '', index: Number(found[2]) } : null;
}

/**
 * The quantities of a log that are these parameters, in their order; null if they are not all there. They have the same
 * names, or they are numbered, as many as there are parameters, from 0 or 1.
 */
export function parametersIn({ others }: RunLog, parameters: readonly string[]): readonly LogQuantity[] | null {
  const named = parameters.map((name) => others.find((one) => bare(one.name) === bare(name)));
  if (named.every((one) => one !== undefined)) return named;
  const families = new Map<string, { readonly index: number; readonly quantity: LogQuantity }[]>();
  for (const quantity of others) {
    const found = indexed(quantity.name);
    if (!found) continue;
    families.set(found.family, [...(families.get(found.family) ?? []), { index: found.index, quantity }]);
  }
  for (const members of families.values()) {
    const sorted = [...members].sort((a, b) => a.index - b.index);
    const first = sorted[0]?.index ?? 0;
    const isWhole =
      sorted.length === parameters.length && first <= 1 && sorted.every(({ index }, i) => index === first + i);
    if (isWhole) return sorted.map(({ quantity }) => quantity);
  }
  return null;
}
