import { modifierIds } from '../core/modifiers';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import type { Modifiers } from '../core/types';

/** The name of `maximize` in links, since SGD has a flag `maximize` of its own; the other names are as in files. */
const MAXIMIZED = 'maximized';

const keyOf = (id: string): string => (id === 'maximize' ? MAXIMIZED : id);

/** Names of the segments of a run that are modifiers; no hyperparameter of a rule has one of these names. */
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
 * Modifiers as public JSON, not yet validated, from the segments of a run.
 * @param segments names and texts; a bare name has no text, and the first of two with the same name counts
 */
export function decodeModifiers(segments: readonly (readonly [name: string, text: string | undefined])[]): unknown {
  const found = modifierIds.flatMap((id) => {
    const segment = segments.find(([name]) => name === keyOf(id));
    return segment ? [[id, valueOf(id, segment[1])] as const] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function valueOf(id: keyof Modifiers, text: string | undefined): unknown {
  if (text === undefined) return true;
  if (id === 'frozen') return text.split(',');
  if (id === 'noise') return noiseOf(text.split(',').map(decodeValue));
  return text === 'true' ? true : decodeValue(text);
}

/** More than two numbers stay a list, which the validation then complains about. */
const noiseOf = ([c, gamma, ...rest]: readonly (number | string)[]): unknown =>
  rest.length > 0 ? [c, gamma, ...rest] : { c, gamma };
