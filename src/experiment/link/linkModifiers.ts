import { modifierIds } from '../core/modifiers';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import type { Modifiers } from '../core/types';

/** `maximized`, for SGD has a flag `maximize` of its own; the others as in files. */
const MAXIMIZED = 'maximized';

const keyOf = (id: string): string => (id === 'maximize' ? MAXIMIZED : id);

/** Parts of a run that are its modifiers'; no rule has one of these names. */
export const modifierKeys: readonly string[] = modifierIds.map(keyOf);

/** `l2=0.01;frozen=w1,b;clipNorm=1;noise=0.1,0.55`: the modifiers in the order in which they act. */
export function encodeModifiers(modifiers: Modifiers): string[] {
  return modifierIds.flatMap((id) => {
    if (modifiers[id] === undefined) return [];
    if (id === 'maximize') return [MAXIMIZED];
    return [`${id}=${textOf(modifiers, id)}`];
  });
}

function textOf({ noise, frozen = [], ...rest }: Modifiers, id: Exclude<keyof Modifiers, 'maximize'>): string {
  if (id === 'noise') return noise ? [noise.c, noise.gamma].map(encodeNumber).join(',') : '';
  if (id === 'frozen') return frozen.map(encodeText).join(',');
  return encodeNumber(rest[id] ?? Number.NaN);
}

/**
 * Modifiers as public JSON that is still to be validated, from the parts of a run.
 * @param parts their names and texts; a bare name has none, and of two of the same name the first counts
 */
export function decodeModifiers(parts: readonly (readonly [name: string, text: string | undefined])[]): unknown {
  const found = modifierIds.flatMap((id) => {
    const part = parts.find(([name]) => name === keyOf(id));
    return part ? [[id, valueOf(id, part[1])] as const] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function valueOf(id: keyof Modifiers, text: string | undefined): unknown {
  if (text === undefined) return true;
  if (id === 'frozen') return text.split(',');
  if (id === 'noise') return noiseOf(text.split(',').map(decodeValue));
  return text === 'true' ? true : decodeValue(text);
}

/** More than two numbers are not noise: what reads them says so. */
const noiseOf = ([c, gamma, ...rest]: readonly (number | string)[]): unknown =>
  rest.length > 0 ? [c, gamma, ...rest] : { c, gamma };
