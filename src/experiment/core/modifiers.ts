import { modifiers as catalogue, type ModifierId } from '../../catalogue';
import { modelOf, parametersOf } from './choice';
import type { Modifiers, ProblemChoice, Run } from './types';

/** In the order in which they act, which is also their order in files and links. */
export const modifierIds: readonly ModifierId[] = catalogue.map(({ id }) => id);

/** Modifiers that a run on this problem may have; dropout needs a model with hidden units. */
export const offeredModifiers = (problem: ProblemChoice): readonly ModifierId[] =>
  problem.kind === 'data' && modelOf(problem).training
    ? modifierIds
    : catalogue.flatMap((one) => ('inLoss' in one ? [] : one.id));

/** Modifiers that are one number. */
export const numericModifiers = [
  'dropout',
  'l2',
  'clipValue',
  'clipNorm',
  'decay',
] as const satisfies readonly (ModifierId & keyof Modifiers)[];

/** The modifiers that a run has, in the order in which they act. */
export const activeModifiers = ({ modifiers = {} }: Pick<Run, 'modifiers'>): ModifierId[] =>
  modifierIds.filter((id) => modifiers[id] !== undefined);

/** Whether a run climbs the loss instead of descending it. Two `maximize` flags, of the rule and of the loop, cancel. */
export const climbs = (hyper: Run['hyper'], active: readonly ModifierId[]): boolean =>
  Boolean(hyper.maximize) !== active.includes('maximize');

/** The numbers of a run's modifiers, by their names in the modified rule. */
export function modifierHyper({ modifiers = {} }: Pick<Run, 'modifiers'>): Record<string, number> {
  const { noise } = modifiers;
  const own = numericModifiers.flatMap((id): [string, number][] =>
    modifiers[id] === undefined ? [] : [[id, modifiers[id]]],
  );
  return { ...Object.fromEntries(own), ...(noise && { noiseScale: noise.c, noiseDecay: noise.gamma }) };
}

/** The modifiers with one number changed, by its name in the modified rule; undefined if no active modifier has that name. */
export function withModifierSetting(
  { modifiers = {} }: Pick<Run, 'modifiers'>,
  name: string,
  value: number,
): Modifiers | undefined {
  const { noise } = modifiers;
  if (noise && name === 'noiseScale') return { ...modifiers, noise: { ...noise, c: value } };
  if (noise && name === 'noiseDecay') return { ...modifiers, noise: { ...noise, gamma: value } };
  const id = numericModifiers.find((one) => one === name);
  return id && modifiers[id] !== undefined ? { ...modifiers, [id]: value } : undefined;
}

/** A modifier as it is when it is added, with default numbers. */
export function freshModifier(id: ModifierId, problem: ProblemChoice): Modifiers {
  const settings: Readonly<Record<string, number>> = catalogue.find((one) => one.id === id)?.settings ?? {};
  if (id === 'maximize') return { maximize: true };
  if (id === 'frozen') return { frozen: parametersOf(problem).slice(0, 1) };
  if (id === 'noise') return { noise: { c: settings.noiseScale ?? 0, gamma: settings.noiseDecay ?? 0 } };
  return { [id]: settings[id] };
}

/** The same modifiers in their fixed order, without those that do nothing; undefined if none is left. */
export function normalizeModifiers(modifiers: Modifiers): Modifiers | undefined {
  const kept = modifierIds.flatMap((id) => {
    const value = modifiers[id];
    const isOff = value === undefined || (Array.isArray(value) && value.length === 0);
    return isOff ? [] : [[id, value] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The run with the modifiers that fit another problem: frozen parameters must exist, and dropout needs hidden units. */
export function fitModifiers({ modifiers, ...run }: Run, problem: ProblemChoice): Run {
  const frozen = modifiers?.frozen && parametersOf(problem).filter((name) => modifiers.frozen?.includes(name));
  const offered = Object.entries(modifiers ?? {}).filter(([id]) =>
    (offeredModifiers(problem) as readonly string[]).includes(id),
  );
  const fitted = modifiers && normalizeModifiers({ ...Object.fromEntries(offered), ...(frozen && { frozen }) });
  return { ...run, ...(fitted && { modifiers: fitted }) };
}
