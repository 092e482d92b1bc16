import { hyperDomain, type ModifierId } from '../../catalogue';
import { parametersOf } from '../core/choice';
import { flag, numberIn, oneOf, type Expectation } from '../core/expectations';
import { numericModifiers, offeredModifiers, normalizeModifiers } from '../core/modifiers';
import type { Reader } from './reader';
import type { Modifiers, NoiseSettings, ProblemChoice } from '../core/types';

/** The modifiers of a run; undefined if it has none. Invalid ones are left out, with a complaint. */
export function readModifiers(
  reader: Reader,
  field: string,
  value: unknown,
  problem: ProblemChoice,
): Modifiers | undefined {
  const fields = value === undefined ? null : reader.fields(field, value, offeredModifiers(problem));
  if (fields === null) return undefined;
  const read = <T>(id: ModifierId, expected: Expectation<T>) =>
    reader.read(`${field}.${id}`, fields.get(id), expected, undefined);
  const numbers = numericModifiers.map((id) => [id, read(id, numberIn(id, hyperDomain(id)))] as const);
  const frozen = readFrozen(reader, `${field}.frozen`, fields.get('frozen'), parametersOf(problem));
  const noise = readNoise(reader, `${field}.noise`, fields.get('noise'));
  return normalizeModifiers({
    ...(read('maximize', flag) && { maximize: true }),
    ...(frozen && { frozen }),
    ...(noise && { noise }),
    ...Object.fromEntries(numbers),
  });
}

function readNoise(reader: Reader, field: string, value: unknown): NoiseSettings | undefined {
  const fields = value === undefined ? null : reader.fields(field, value, ['c', 'gamma']);
  if (fields === null) return undefined;
  const c = reader.required(`${field}.c`, fields.get('c'), numberIn('c', hyperDomain('noiseScale')));
  return c === null
    ? undefined
    : { c, gamma: reader.read(`${field}.gamma`, fields.get('gamma'), numberIn('gamma', hyperDomain('noiseDecay')), 0) };
}

/** Names of frozen parameters, in the problem's order, each once. */
function readFrozen(
  reader: Reader,
  field: string,
  value: unknown,
  names: readonly string[],
): readonly string[] | undefined {
  const list = value === undefined ? null : reader.list(field, value, { min: 0, max: names.length });
  const chosen = list?.map((name, index) => reader.read(`${field}.${index}`, name, oneOf(names), null));
  return chosen && names.filter((name) => chosen.includes(name));
}
