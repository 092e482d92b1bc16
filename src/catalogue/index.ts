import { parseRule, type Rule } from '../formula';
import { hyperDomain } from './hyperparameters';
import { modifierSymbol } from './modifiers';
import { optimizerFamilies, optimizers } from './optimizers';
import { isOwnRule, ownOptimizer, ownRule } from './ownRules';
import { problems } from './problems';
import type { Optimizer, Problem } from './types';

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
export { hyperDomain, isOwnRule, optimizerFamilies, optimizers, problems };
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
  Problem,
  Setting,
  SettingValues,
} from './types';

// Maps, not objects: ids come from links, and `__proto__` must be unknown like any other wrong id.
const problemsById: ReadonlyMap<string, Problem> = new Map(problems.map((problem) => [problem.id, problem]));
const optimizersById: ReadonlyMap<string, Optimizer> = new Map(
  optimizers.map((optimizer) => [optimizer.id, optimizer]),
);
const rules = new WeakMap<Optimizer, Rule>();

export const findProblem = (id: string): Problem | undefined => problemsById.get(id);

/** The optimizer of a key: of the catalogue, or one that the user wrote (ownRules.ts). */
export const findOptimizer = (key: string): Optimizer | undefined => optimizersById.get(key) ?? ownOptimizer(key);

/** The update rule of an optimizer, parsed at its first use. */
export function ruleOf(optimizer: Optimizer): Rule {
  const known = rules.get(optimizer);
  if (known) return known;
  const rule = ownRule(optimizer) ?? parseRule(optimizer.rule);
  rules.set(optimizer, rule);
  return rule;
}

/** The TeX that the catalogue gives a name of an optimizer's rule; undefined where the default symbol is right. */
export function symbolOf(optimizer: Optimizer, name: string): string | undefined {
  if (optimizer.symbols && Object.hasOwn(optimizer.symbols, name)) return optimizer.symbols[name];
  const ofModifier = modifierSymbol(name);
  if (ofModifier !== undefined) return ofModifier;
  const isHyper = ruleOf(optimizer).hyper.some((hyper) => hyper.name === name);
  if (!isHyper) return undefined;
  // A name that the catalogue does not know is no TeX.
  const { symbol } = hyperDomain(name, optimizer.id);
  return symbol === name ? undefined : symbol;
}
