import { findProblem, problems, type Problem, type Setting } from '../../catalogue';
import { readCustom } from './custom';
import { defaultChoice, withoutSplit } from '../core/choice';
import { defaultExperiment } from '../core/defaults';
import { oneOf } from '../core/expectations';
import { readGiven } from './given';
import { hasField, type Fields, type Reader } from './reader';
import { settingExpectation, writtenSettings, type WrittenSetting } from '../core/settings';
import type { DataChoice, ProblemChoice } from '../core/types';

const anyProblem = oneOf(problems.map(({ id }) => id));

/** The problem in any of its three forms (docs/experiment-format.md); the default one where it is none of them. */
export function readProblem(reader: Reader, value: unknown): ProblemChoice {
  const fallback = defaultExperiment.problem;
  if (value === undefined) {
    reader.add('problem', value, 'missing', { allowed: '{id}, {id, constants}, {id, data}, {loss, parameters}' });
    return fallback;
  }
  if (hasField(value, 'loss')) {
    const fields = reader.fields('problem', value, ['loss', 'parameters']);
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
  const read = readSettings(reader, 'problem.constants', constants, problem.constants, writtenSettings(problem));
  return { kind: 'function', id: problem.id, constants: read };
}

function readData(reader: Reader, problem: Extract<Problem, { kind: 'data' }>, data: unknown): DataChoice {
  const drawn = defaultChoice(problem);
  const { features, target } = problem;
  if (features === null || !GIVEN.some((key) => hasField(data, key))) {
    const settings = readSettings(reader, 'problem.data', data, problem.settings, writtenSettings(problem));
    return { kind: 'data', id: problem.id, settings };
  }
  const written = writtenSettings(problem).filter(({ names }) =>
    names.some((name) => problem.modelSettings.includes(name)),
  );
  const fields = reader.fields('problem.data', data, [...GIVEN, ...written.map(({ key }) => key)]);
  if (fields === null) return drawn;
  const given = readGiven(reader, fields, { features, target });
  const settings = { ...drawn.settings, ...settingsFrom(reader, 'problem.data', fields, problem.settings, written) };
  if (!given?.order) return { kind: 'data', id: problem.id, settings, ...(given && { given }) };
  const kept = settings.validation ?? 0;
  // An order says which samples are trained on, so none can be kept back.
  if (kept > 0 && fields.get('validation') !== undefined)
    reader.add('problem.data.validation', kept, 'number', { range: '0 ≤ validation ≤ 0' });
  return { kind: 'data', id: problem.id, settings: withoutSplit(settings), given };
}

const GIVEN = ['x', 'y', 'order', 'names'];

/** A number for every setting: as written, or its default. */
function readSettings(
  reader: Reader,
  field: string,
  value: unknown,
  settings: Readonly<Record<string, Setting>>,
  written: readonly WrittenSetting[],
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
  written: readonly WrittenSetting[],
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
        return [name, reader.read(path, values?.[index], settingExpectation(name, setting), setting.default)];
      });
    }),
  );
}
