import { parseRule, type Hyperparameter, type Rule } from '../formula';
import { hyperDomain } from './hyperparameters';
import { methods } from './methods';
import { modifierSymbol } from './modifiers';
import { optimizerFamilies, optimizers } from './optimizers';
import { isOwnRule, ownOptimizer, ownRule } from './ownRules';
import { problems } from './problems';
import type { Optimizer, OptimizerOrMethod, Problem } from './types';

export {
  findSchedule,
  rateFunction,
  schedules,
  warmupArguments,
  type NumberArgument,
  type RateSchedule,
  type ScheduleArgument,
  type ScheduleChoice,
  type ScheduleValues,
  type Warmup,
} from './schedules';

export { modifiers, type Modifier, type ModifierId } from './modifiers';
export { hyperDomain, isOwnRule, methods, optimizerFamilies, optimizers, problems };
export { prepareData, trainingSize, type PreparedData, type Scale } from './datasets/prepare';
export { scaleKinds, shareAlong, valueAlong, type ScaleKind } from './scales';
export type {
  DataModel,
  DataProblem,
  Dataset,
  FunctionProblem,
  HyperDomain,
  LocalName,
  Optimizer,
  OptimizerOrMethod,
  Problem,
  Setting,
  SettingValues,
} from './types';

// Maps, not objects: ids come from links, and `__proto__` must be unknown like any other wrong id.
const problemsById: ReadonlyMap<string, Problem> = new Map(problems.map((problem) => [problem.id, problem]));
const optimizersById: ReadonlyMap<string, OptimizerOrMethod> = new Map(
  [...optimizers, ...methods].map((optimizer) => [optimizer.id, optimizer]),
);
const rules = new WeakMap<Optimizer, Rule>();

export const findProblem = (id: string): Problem | undefined => problemsById.get(id);

/** The optimizer of a key: a rule or a method of the catalogue, or a rule that the user wrote (ownRules.ts). */
export const findOptimizer = (key: string): OptimizerOrMethod | undefined =>
  optimizersById.get(key) ?? ownOptimizer(key);

/** The optimizer of a key if it has a rule; undefined for a classical method. */
export function findRule(key: string): Optimizer | undefined {
  const found = findOptimizer(key);
  return found?.kind === 'method' ? undefined : found;
}

/** Whether a key is that of a classical method, which has no rule. */
export const isMethod = (key: string): boolean => findOptimizer(key)?.kind === 'method';

/** The hyperparameters of an optimizer of either kind. */
export const hyperparametersOf = (entry: OptimizerOrMethod): readonly Hyperparameter[] =>
  entry.kind === 'method'
    ? Object.entries(entry.hyper).map(([name, value]) => ({ name, default: value, flag: false }))
    : ruleOf(entry).hyper;

/** The update rule of an optimizer, parsed at its first use. */
export function ruleOf(optimizer: Optimizer): Rule {
  const known = rules.get(optimizer);
  if (known) return known;
  const rule = ownRule(optimizer) ?? parseRule(optimizer.rule);
  rules.set(optimizer, rule);
  return rule;
}

/** The TeX that the catalogue gives a name of an optimizer's rule; undefined where the default symbol is right. */
export function symbolOf(optimizer: OptimizerOrMethod, name: string): string | undefined {
  if (optimizer.kind !== 'method' && optimizer.symbols && Object.hasOwn(optimizer.symbols, name))
    return optimizer.symbols[name];
  const ofModifier = modifierSymbol(name);
  if (ofModifier !== undefined) return ofModifier;
  const isHyper = hyperparametersOf(optimizer).some((hyper) => hyper.name === name);
  if (!isHyper) return undefined;
  // A name that the catalogue does not know is no TeX.
  const { symbol } = hyperDomain(name, optimizer.id);
  return symbol === name ? undefined : symbol;
}
