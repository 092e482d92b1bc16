import { hyperDomain, modifiers as catalogue, type ModifierId } from '../catalogue';
import { parametersOf } from './choice';
import { flag, numberIn, oneOf, type Expectation } from './expectations';
import type { Reader } from './reader';
import type { Modifiers, NoiseSettings, ProblemChoice, Run } from './types';

/** In the order in which they act, which is the order in files and links too. */
export const modifierIds: readonly ModifierId[] = catalogue.map(({ id }) => id);

/** Those whose only setting has their own name. */
export const numericModifiers = ['l2', 'clipValue', 'clipNorm', 'decay'] as const satisfies readonly (ModifierId & keyof Modifiers)[];

/** The modifiers that a run has, in the order in which they act. */
export const activeModifiers = ({ modifiers = {} }: Pick<Run, 'modifiers'>): ModifierId[] => modifierIds.filter((id) => modifiers[id] !== undefined);

/** Settings of a run's modifiers by their names in the modified rule. */
export function modifierHyper({ modifiers = {} }: Pick<Run, 'modifiers'>): Record<string, number> {
  const { noise } = modifiers;
  const own = numericModifiers.flatMap((id): [string, number][] => (modifiers[id] === undefined ? [] : [[id, modifiers[id]]]));
  return { ...Object.fromEntries(own), ...(noise && { noiseScale: noise.c, noiseDecay: noise.gamma }) };
}

/** The modifiers with another value of a setting that they have, by its name in the modified rule; undefined where it is not theirs. */
export function withModifierSetting({ modifiers = {} }: Pick<Run, 'modifiers'>, name: string, value: number): Modifiers | undefined {
  const { noise } = modifiers;
  if (noise && name === 'noiseScale') return { ...modifiers, noise: { ...noise, c: value } };
  if (noise && name === 'noiseDecay') return { ...modifiers, noise: { ...noise, gamma: value } };
  const id = numericModifiers.find((one) => one === name);
  return id && modifiers[id] !== undefined ? { ...modifiers, [id]: value } : undefined;
}

/** A modifier as it is when it is added. */
export function freshModifier(id: ModifierId, problem: ProblemChoice): Modifiers {
  const settings: Readonly<Record<string, number>> = catalogue.find((one) => one.id === id)?.settings ?? {};
  if (id === 'maximize') return { maximize: true };
  if (id === 'frozen') return { frozen: parametersOf(problem).slice(0, 1) };
  if (id === 'noise') return { noise: { c: settings.noiseScale ?? 0, gamma: settings.noiseDecay ?? 0 } };
  return { [id]: settings[id] };
}

/** The same modifiers in a fixed order, those that do nothing left out; undefined where that is all of them. */
export function tidy(modifiers: Modifiers): Modifiers | undefined {
  const kept = modifierIds.flatMap((id) => {
    const value = modifiers[id];
    const isOff = value === undefined || (Array.isArray(value) && value.length === 0);
    return isOff ? [] : [[id, value] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The modifiers of a run on another problem: parameters that it does not have cannot be frozen. */
export function fitModifiers({ modifiers, ...run }: Run, problem: ProblemChoice): Run {
  const frozen = modifiers?.frozen && parametersOf(problem).filter((name) => modifiers.frozen?.includes(name));
  const fitted = modifiers && tidy({ ...modifiers, ...(frozen && { frozen }) });
  return { ...run, ...(fitted && { modifiers: fitted }) };
}

/** What surrounds a run's rule; undefined where nothing does. What is wrong is complained about and left out. */
export function readModifiers(reader: Reader, field: string, value: unknown, problem: ProblemChoice): Modifiers | undefined {
  const fields = value === undefined ? null : reader.fields(field, value, modifierIds);
  if (fields === null) return undefined;
  const read = <T>(id: ModifierId, expected: Expectation<T>) => reader.read(`${field}.${id}`, fields.get(id), expected, undefined);
  const numbers = numericModifiers.map((id) => [id, read(id, numberIn(id, hyperDomain(id)))] as const);
  const frozen = readFrozen(reader, `${field}.frozen`, fields.get('frozen'), parametersOf(problem));
  const noise = readNoise(reader, `${field}.noise`, fields.get('noise'));
  return tidy({ ...(read('maximize', flag) && { maximize: true }), ...(frozen && { frozen }), ...(noise && { noise }), ...Object.fromEntries(numbers) });
}

function readNoise(reader: Reader, field: string, value: unknown): NoiseSettings | undefined {
  const fields = value === undefined ? null : reader.fields(field, value, ['c', 'gamma']);
  if (fields === null) return undefined;
  const c = reader.required(`${field}.c`, fields.get('c'), numberIn('c', hyperDomain('noiseScale')));
  return c === null ? undefined : { c, gamma: reader.read(`${field}.gamma`, fields.get('gamma'), numberIn('gamma', hyperDomain('noiseDecay')), 0) };
}

/** In the order of the parameters, each once. */
function readFrozen(reader: Reader, field: string, value: unknown, names: readonly string[]): readonly string[] | undefined {
  const list = value === undefined ? null : reader.list(field, value, { min: 0, max: names.length });
  const chosen = list?.map((name, index) => reader.read(`${field}.${index}`, name, oneOf(names), null));
  return chosen && names.filter((name) => chosen.includes(name));
}
