import { findProblem } from '../../catalogue';
import { requireEntry, defaultChoice } from '../core/choice';
import { settingsJson, type SettingsJson } from '../json/json';
import { decodeSegments } from './linkRuns';
import { decodeValue, encodeNumber, encodeText } from './linkText';
import type { LinkFields } from './migrate';
import type { Reader } from '../json/reader';
import type { CustomChoice, ProblemChoice } from '../core/types';

/**
 * `p=rosenbrock;b=50`: the problem and the numbers that differ from its defaults. For a typed loss `f=a*x%5E2` and `vars=x`,
 * with `consts=a=2` and `ranges=-3,3` where it has constants and ranges.
 */
export function encodeProblem(choice: ProblemChoice): LinkFields {
  if (choice.kind === 'custom') return encodeCustom(choice);
  const defaults = settingsJson(defaultChoice(requireEntry(choice.id, findProblem(choice.id))));
  const changed = Object.entries(settingsJson(choice)).map(([key, value]) => [key, encodeSetting(value)] as const);
  const segments = changed.filter(([key, text]) => text !== encodeSetting(defaults[key] ?? []));
  return [['p', [choice.id, ...segments.map(([key, text]) => `${key}=${text}`)].join(';')]];
}

function encodeCustom({ loss, parameters, constants, ranges }: CustomChoice): LinkFields {
  const values = Object.entries(constants ?? {}).map(([name, value]) => `${encodeText(name)}=${encodeNumber(value)}`);
  return [
    ['f', encodeText(loss)],
    ['vars', parameters.map(encodeText).join(',')],
    ...(values.length > 0 ? [['consts', values.join(';')] as const] : []),
    ...(ranges ? [['ranges', ranges.flat().map(encodeNumber).join(',')] as const] : []),
  ];
}

const encodeSetting = (value: SettingsJson[string]): string =>
  typeof value === 'number' ? encodeNumber(value) : value.map(encodeNumber).join(',');

/** The problem of a link as public JSON, not yet validated; `fallback` if the link names none. */
export function decodeProblem(reader: Reader, fields: ReadonlyMap<string, string>, fallback: string): unknown {
  const loss = fields.get('f');
  if (loss !== undefined) {
    const chosen = fields.get('p');
    if (chosen !== undefined) reader.add('p', chosen, 'unknownKey', { allowed: 'f, vars' });
    return decodeCustom(reader, loss, fields);
  }
  for (const key of ['vars', 'consts', 'ranges']) {
    const value = fields.get(key);
    if (value !== undefined) reader.add(key, value, 'unknownKey', { allowed: 'f, vars' });
  }
  const [id = '', ...segments] = (fields.get('p') ?? fallback).split(';');
  const settings = segments.length > 0 ? decodeSegments(reader, 'p', segments) : undefined;
  return { id, [findProblem(id)?.kind === 'data' ? 'data' : 'constants']: settings };
}

function decodeCustom(reader: Reader, loss: string, fields: ReadonlyMap<string, string>): unknown {
  const constants = fields.get('consts');
  const ranges = fields.get('ranges')?.split(',').map(decodeValue);
  return {
    loss,
    parameters: fields.get('vars')?.split(','),
    constants: constants === undefined ? undefined : decodeSegments(reader, 'consts', constants.split(';')),
    ranges: ranges && pairs(ranges),
  };
}

const pairs = <T>(values: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(values.length / 2) }, (_, i) => values.slice(2 * i, 2 * i + 2));
