import { findProblem } from '../../catalogue';
import { requireEntry, defaultChoice } from '../core/choice';
import { settingsJson, type SettingsJson } from '../json/json';
import { decodeSegments } from './linkRuns';
import { encodeNumber, encodeText } from './linkText';
import type { LinkFields } from './migrate';
import type { Reader } from '../json/reader';
import type { ProblemChoice } from '../core/types';

/** `p=rosenbrock;b=50`: the problem and the numbers that differ from its defaults; or `f=x%5E2` and `vars=x` for a typed loss. */
export function encodeProblem(choice: ProblemChoice): LinkFields {
  if (choice.kind === 'custom')
    return [
      ['f', encodeText(choice.loss)],
      ['vars', choice.parameters.map(encodeText).join(',')],
    ];
  const defaults = settingsJson(defaultChoice(requireEntry(choice.id, findProblem(choice.id))));
  const changed = Object.entries(settingsJson(choice)).map(([key, value]) => [key, encodeSetting(value)] as const);
  const segments = changed.filter(([key, text]) => text !== encodeSetting(defaults[key] ?? []));
  return [['p', [choice.id, ...segments.map(([key, text]) => `${key}=${text}`)].join(';')]];
}

const encodeSetting = (value: SettingsJson[string]): string =>
  typeof value === 'number' ? encodeNumber(value) : value.map(encodeNumber).join(',');

/** The problem of a link as public JSON, not yet validated; `fallback` if the link names none. */
export function decodeProblem(reader: Reader, fields: ReadonlyMap<string, string>, fallback: string): unknown {
  const loss = fields.get('f');
  if (loss !== undefined) {
    const chosen = fields.get('p');
    if (chosen !== undefined) reader.add('p', chosen, 'unknownKey', { allowed: 'f, vars' });
    return { loss, parameters: fields.get('vars')?.split(',') };
  }
  const parameters = fields.get('vars');
  if (parameters !== undefined) reader.add('vars', parameters, 'unknownKey', { allowed: 'f, vars' });
  const [id = '', ...segments] = (fields.get('p') ?? fallback).split(';');
  const settings = segments.length > 0 ? decodeSegments(reader, 'p', segments) : undefined;
  return { id, [findProblem(id)?.kind === 'data' ? 'data' : 'constants']: settings };
}
