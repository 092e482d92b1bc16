import { plainRule } from '../../formula';
import { integerIn } from '../core/expectations';
import { limits } from '../core/limits';
import { nameAndValue } from './linkRuns';
import { screenKeys } from './linkScreen';
import { decodeValue } from './linkText';
import { LINK_VERSION, migrate, type LinkFields } from './migrate';
import { missingEnd, repairFragment } from './repair';
import type { Reader } from '../json/reader';

/** The fields of a link by key, the texts of its runs, and those of their rules as a link writes them: without comments and outer blanks. */
export interface Link {
  readonly fields: ReadonlyMap<string, string>;
  readonly runs: readonly string[];
  readonly rules: readonly string[];
}

/** Keys that a link may have several times. */
const REPEATED: readonly string[] = ['r', 'rule'];

/** Every key of a link, in the order in which they are written. */
const KEYS: readonly string[] = [
  'v',
  'p',
  'f',
  'vars',
  'consts',
  'ranges',
  's',
  'n',
  'e',
  'seed',
  'r',
  'rule',
  'data',
  ...screenKeys,
  'play',
  'playlist',
  'lang',
];

/** Splits a fragment into fields and migrates them to the current version. `limits.linkLength` bounds the work. */
export function readLink(reader: Reader, fragment: string): Link {
  const written = decodeFields(reader, fragment);
  const current = migrate(readVersion(reader, written.find(([key]) => key === 'v')?.[1]), written);
  const fields = new Map<string, string>();
  for (const [key, value] of current) {
    if (!KEYS.includes(key)) reader.add(key, value, 'unknownKey', { allowed: KEYS.join(', ') });
    else if (!REPEATED.includes(key) && fields.has(key)) reader.add(key, value, 'duplicate', { allowed: `${key}=…` });
    else if (!REPEATED.includes(key)) fields.set(key, value);
  }
  const all = (repeated: string) => current.flatMap(([key, value]) => (key === repeated ? [value] : []));
  return { fields, runs: all('r'), rules: all('rule').map(plainRule) };
}

function decodeFields(reader: Reader, fragment: string): LinkFields {
  if (fragment.length > limits.linkLength) {
    reader.add('link', fragment.length, 'linkLength', { max: limits.linkLength });
    return [];
  }
  const text = repairFragment(fragment);
  const lost = missingEnd(text);
  if (lost !== null) reader.add('link', lost, 'cutOff', { allowed: 'https://…#v=1&…' });
  const fields = (lost === null ? text : text.slice(0, -lost.length)).split('&');
  return fields.flatMap((field) => (field === '' ? [] : decodeField(reader, field)));
}

function decodeField(reader: Reader, field: string): LinkFields {
  try {
    // Decoded before it is cut, because some programs encode the `=` too; the first one still ends the key.
    const [key, value = ''] = nameAndValue(decodeURIComponent(field));
    return [[key, value]];
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    const [key, value = ''] = nameAndValue(field);
    reader.add(key, value, 'encoding', { allowed: '%20, %2A, %5E, …' });
    return [];
  }
}

/** The version; the current one if it is missing. */
function readVersion(reader: Reader, text: string | undefined): number {
  const value = text === undefined ? LINK_VERSION : decodeValue(text);
  if (typeof value === 'number' && value > LINK_VERSION) {
    reader.add('v', value, 'newerLink', { max: LINK_VERSION });
    return LINK_VERSION;
  }
  return reader.read('v', value, integerIn('v', { min: 0, max: LINK_VERSION }), LINK_VERSION);
}
