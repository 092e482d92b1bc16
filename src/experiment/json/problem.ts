import { findProblem, problems, type Problem, type Setting } from '../../catalogue';
import { readCustom } from './custom';
import { defaultChoice, withoutValidation } from '../core/choice';
import { defaultExperiment } from '../core/defaults';
import { oneOf } from '../core/expectations';
import { readUserData } from './userData';
import { hasField, type Fields, type Reader } from './reader';
import { numberExpectation, writtenNumbers, type WrittenNumber } from '../core/writtenNumbers';
import type { DataChoice, ProblemChoice } from '../core/types';

const anyProblem = oneOf(problems.map(({ id }) => id));

/** The problem in any of its three forms (docs/experiment-format.md); the default problem if it is none of them. */
export function readProblem(reader: Reader, value: unknown): ProblemChoice {
  const fallback = defaultExperiment.problem;
  if (value === undefined) {
    reader.add('problem', value, 'missing', { allowed: '{id}, {id, constants}, {id, data}, {loss, parameters}' });
    return fallback;
  }
  if (hasField(value, 'loss')) {
    const fields = reader.fields('problem', value, ['loss', 'parameters', 'constants', 'ranges']);
    return (fields && readCustom(reader, fields)) ?? fallback;
  }
  const fields = reader.fields('problem', value, ['id', 'constants', 'data']);
  if (fields === null) return fallback;
  const id = reader.required('problem.id', fields.get('id'), anyProblem);
  const problem = id === null ? undefined : findProblem(id);
  return problem ? readChosen(reader, problem, fields.get('constants'), fields.get('data')) : fallback;
}

function readChosen(reader: Reader, problem: Problem, constants: unknown, data: unknown): ProblemChoice {
  if (problem.kind === 'data') {
    if (constants !== undefined) reader.add('problem.constants', constants, 'onlyFunction', { allowed: 'id, data' });
    return readData(reader, problem, data);
  }
  if (data !== undefined) reader.add('problem.data', data, 'onlyData', { allowed: 'id, constants' });
  const read = readSettings(reader, 'problem.constants', constants, problem.constants, writtenNumbers(problem));
  return { kind: 'function', id: problem.id, constants: read };
}

function readData(reader: Reader, problem: Extract<Problem, { kind: 'data' }>, data: unknown): DataChoice {
  const sampled = defaultChoice(problem);
  const { features, target } = problem;
  if (features === null || !USER_DATA_KEYS.some((key) => hasField(data, key))) {
    const settings = readSettings(reader, 'problem.data', data, problem.settings, writtenNumbers(problem));
    return { kind: 'data', id: problem.id, settings };
  }
  const written = writtenNumbers(problem).filter(({ names }) =>
    names.some((name) => problem.modelSettings.includes(name)),
  );
  const fields = reader.fields('problem.data', data, [...USER_DATA_KEYS, ...written.map(({ key }) => key)]);
  if (fields === null) return sampled;
  const userData = readUserData(reader, fields, { features, target });
  const settings = { ...sampled.settings, ...settingsFrom(reader, 'problem.data', fields, problem.settings, written) };
  if (!userData?.order) return { kind: 'data', id: problem.id, settings, ...(userData && { userData }) };
  const share = settings.validation ?? 0;
  // A visit order names the samples to train on, so none can be held back.
  if (share > 0 && fields.get('validation') !== undefined)
    reader.add('problem.data.validation', share, 'number', { range: '0 ≤ validation ≤ 0' });
  return { kind: 'data', id: problem.id, settings: withoutValidation(settings), userData };
}

const USER_DATA_KEYS = ['x', 'y', 'order', 'names'];

/** A number for every constant or setting: the one written, or its default. */
function readSettings(
  reader: Reader,
  field: string,
  value: unknown,
  settings: Readonly<Record<string, Setting>>,
  written: readonly WrittenNumber[],
): Record<string, number> {
  const fields =
    value === undefined
      ? null
      : reader.fields(
          field,
          value,
          written.map(({ key }) => key),
        );
  return settingsFrom(reader, field, fields, settings, written);
}

function settingsFrom(
  reader: Reader,
  field: string,
  fields: Fields | null,
  settings: Readonly<Record<string, Setting>>,
  written: readonly WrittenNumber[],
): Record<string, number> {
  return Object.fromEntries(
    written.flatMap(({ key, names, vector }) => {
      const found = fields?.get(key);
      const count = { min: names.length, max: names.length };
      const values =
        !vector || found === undefined ? names.map(() => found) : reader.list(`${field}.${key}`, found, count);
      return names.map((name, index) => {
        const setting = settings[name];
        if (!setting) throw new RangeError(`no setting ${name}`);
        const path = vector ? `${field}.${key}.${index}` : `${field}.${key}`;
        return [name, reader.read(path, values?.[index], numberExpectation(name, setting), setting.default)];
      });
    }),
  );
}
