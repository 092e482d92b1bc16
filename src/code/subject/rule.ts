import { extensionOf } from '../../catalogue/modifiedRule';
import { activeModifiers, modifierHyper } from '../../experiment';
import { ruleById } from '../../experiment/core/choice';
import type { Run } from '../../experiment/core/types';
import { compileStep, evaluate, type Expression } from '../../formula';
import { parseLine } from '../../formula/rule';
import { specialize, type SpecializedLine } from '../../formula/specialize';
import * as matrices from '../../formula/matrix';
import { provideMatrixFunctions } from '../../formula/matrixFunctions';
import { specialsOf } from '../../formula/specials';
import { freeNames } from '../../formula/syntax';
import { isOverTensors, type TensorFunction } from './tensorFunctions';

/** The rule of a run: the optimizer's own lines, and what modifiers do around them. */
export interface RuleSubject {
  /** Key of the optimizer. */
  readonly id: string;
  /** Hyperparameters of the optimizer; flags are 1 or 0. */
  readonly hyper: Readonly<Record<string, number>>;
  /** The optimizer's lines with its flags decided and terms of 0 left out. */
  readonly lines: readonly SpecializedLine[];
  /** The states that the lines read, with their first values. A state is a tensor if it has one value for each parameter. */
  readonly states: readonly { readonly name: string; readonly initial: number; readonly isTensor: boolean }[];
  /** The functions over tensors of parameters that the lines call. */
  readonly tensorFunctions: readonly TensorFunction[];
  /** Whether the lines read `noise`. */
  readonly readsNoise: boolean;
  /** What modifiers do to a gradient `g` taken at `p`, in order, and the numbers they read. */
  readonly gradientLines: readonly Expression[];
  /** The same to a product `h` of the Hessian with a vector `v`, and to such a vector before. */
  readonly productLines: readonly Expression[];
  readonly directionLines: readonly Expression[];
  readonly modifierHyper: Readonly<Record<string, number>>;
}

export function ruleSubject(run: Run): RuleSubject {
  provideMatrixFunctions(matrices);
  const rule = ruleById(run.optimizer);
  const hyper = Object.fromEntries(rule.hyper.map((h) => [h.name, Number(run.hyper[h.name] ?? h.default)]));
  // A schedule may give a rate where `lr` is 0, so the rate is never left out.
  const lines = specialize(rule, { ...hyper, lr: 1 });
  const read = new Set(lines.flatMap(({ expression }) => [...freeNames(expression)]));
  const tensors = new Set(compileStep(rule, 1).states.map(({ name }) => name));
  const extension = extensionOf(activeModifiers(run), false);
  const settings = extension.hyper.map(({ name }) => name);
  return {
    id: run.optimizer,
    hyper,
    lines,
    tensorFunctions: specialsOf({ lines }).filter(isOverTensors),
    readsNoise: read.has('noise'),
    states: rule.states
      .filter(({ name }) => read.has(name))
      .map(({ name, initial }) => ({ name, initial: evaluate(initial, hyper), isTensor: tensors.has(name) })),
    gradientLines: extension.gradient.map((text) => parseLine(text, ['g', 'p', 'theta', 't', ...settings])),
    productLines: extension.product.map((text) => parseLine(text, ['h', 'v', ...settings])),
    directionLines: extension.direction.map((text) => parseLine(text, ['v', ...settings])),
    modifierHyper: modifierHyper(run),
  };
}
