import { findProblem } from '../../catalogue';
import { catalogued, defaultChoice } from '../core/choice';
import { settingsJson, type SettingsJson } from '../json/json';
import { decodeParts } from './linkRuns';
import { encodeNumber, encodeText } from './linkText';
import type { LinkFields } from './migrate';
import type { Reader } from '../json/reader';
import type { ProblemChoice } from '../core/types';

/** `p=rosenbrock;b=50`: the problem with what differs from its defaults; or `f=x%5E2` and `vars=x`. */
export function encodeProblem(choice: ProblemChoice): LinkFields {
  if (choice.kind === 'custom')
    return [
      ['f', encodeText(choice.loss)],
      ['vars', choice.parameters.map(encodeText).join(',')],
    ];
  const defaults = settingsJson(defaultChoice(catalogued(choice.id, findProblem(choice.id))));
  const changed = Object.entries(settingsJson(choice)).map(([key, value]) => [key, encodeSetting(value)] as const);
  const parts = changed.filter(([key, text]) => text !== encodeSetting(defaults[key] ?? []));
  return [['p', [choice.id, ...parts.map(([key, text]) => `${key}=${text}`)].join(';')]];
}

const encodeSetting = (value: SettingsJson[string]): string =>
  typeof value === 'number' ? encodeNumber(value) : value.map(encodeNumber).join(',');

/** The problem that a link stands for, as public JSON that is still to be validated; `fallback` where it names none. */
export function decodeProblem(reader: Reader, fields: ReadonlyMap<string, string>, fallback: string): unknown {
  const loss = fields.get('f');
  if (loss !== undefined) {
    const chosen = fields.get('p');
    if (chosen !== undefined) reader.add('p', chosen, 'unknownKey', { allowed: 'f, vars' });
    return { loss, parameters: fields.get('vars')?.split(',') };
  }
  const parameters = fields.get('vars');
  if (parameters !== undefined) reader.add('vars', parameters, 'unknownKey', { allowed: 'f, vars' });
  const [id = '', ...parts] = (fields.get('p') ?? fallback).split(';');
  const settings = parts.length > 0 ? decodeParts(reader, 'p', parts) : undefined;
  return { id, [findProblem(id)?.kind === 'data' ? 'data' : 'constants']: settings };
}
