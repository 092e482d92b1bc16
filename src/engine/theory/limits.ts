import { findRule, optimizers, ruleOf } from '../../catalogue';
import type { NoStability, Optimizer, Stability } from '../../catalogue/types';
import { compileFunction, parseExpression, type Expression } from '../../formula';
import { specialize } from '../../formula/specialize';
import { activeModifiers, climbs, modifierHyper } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import type { ModifiedLoss } from '../loss/newton';
import type { RunPlan } from '../plan/types';
import type { HessianTransform } from './curvature';

type Hyper = Readonly<Record<string, number | boolean>>;

/** Why there is no limit: there is no theory of the rule, or none for these hyperparameters. */
export type NoLimit =
  | NoStability
  | 'noTheory'
  /** A classical method: it has no learning rate. */
  | 'noRate'
  | 'climbs'
  | 'neverForgets'
  | 'kink'
  | 'undefined'
  | 'noHessian'
  | 'noCurvature'
  | 'unbounded';

/** The catalogue's entry for a run's rule; undefined if there is none, or if a domain projects its updates. */
export const optimizerOf = ({ optimizer, parameterInputs }: RunPlan): Optimizer | undefined =>
  parameterInputs.domain ? undefined : findRule(optimizer);

/** A run's hyperparameters for the theory, with those of its modifiers. */
export const theoryHyperOfRun = (run: Run): Hyper =>
  theoryHyper({ ...run.hyper, ...modifierHyper(run) }, activeModifiers(run));

/** The same for a run plan. */
export const theoryHyperOfPlan = ({ hyper, modifiers }: RunPlan): Hyper => theoryHyper(hyper, modifiers);

const theoryHyper = (hyper: Hyper, modifiers: RunPlan['modifiers']): Hyper => ({
  ...hyper,
  maximize: climbs(hyper, modifiers),
});

/** The curvature that a penalty adds; a rule that maximizes subtracts it, because it negates its gradient. */
const penaltyOf = ({ l2, maximize }: Hyper): number => (Number(maximize ?? 0) === 0 ? 1 : -1) * Number(l2 ?? 0);

/** How a run's training loop changes the loss; the penalty is relative to the gradient's weight in an update. */
export function modifiedLossOf(run: RunPlan): ModifiedLoss {
  const free = Array.from(run.parameterInputs.free).flatMap((moves, i) => (moves ? [i] : []));
  return {
    penalty: penaltyOf(run.hyper) / gradientWeight(run),
    free: free.length === run.parameterInputs.free.length ? null : free,
  };
}

/** Whether gradients are clipped, by norm or by value. */
export const isClipped = ({ modifiers }: RunPlan): boolean =>
  modifiers.includes('clipValue') || modifiers.includes('clipNorm');

/** The theory of a rule with these hyperparameters, or why there is none. */
export function stabilityOf(optimizer: Optimizer | undefined, hyper: Hyper): Stability | NoLimit {
  const stability = optimizer?.stability;
  if (!stability) return 'noTheory';
  if ('none' in stability) return stability.none;
  if (Number(hyper.maximize ?? 0) !== 0) return 'climbs';
  // A velocity that does not fade never lets the run settle.
  if (['momentum', 'beta1'].some((name) => Number(hyper[name] ?? 0) >= 1)) return 'neverForgets';
  return stability;
}

/**
 * The learning rate below which the rule converges at a minimum whose largest eigenvalue is `lambda`.
 * @param lambda eigenvalue of the Hessian, or of the preconditioned one (see Stability)
 */
export function rateLimit(optimizer: Optimizer | undefined, hyper: Hyper, lambda: number): number | NoLimit {
  const stability = stabilityOf(optimizer, hyper);
  if (typeof stability === 'string') return stability;
  const { limit, decayed } = compiled(stability);
  const settings = namesOf(optimizer).map((name) => Number(hyper[name]));
  const bare = limit([...settings, lambda]);
  const decay = Number(hyper.decay ?? 0);
  const added = decay === 0 ? 0 : decay * decayed(settings);
  if (Number.isNaN(added)) return 'noTheory';
  const value = added === 0 ? bare : 1 / (1 / bare + added);
  if (!(lambda > 0)) return 'noCurvature';
  return Number.isFinite(value) ? value : 'unbounded';
}

/**
 * The largest eigenvalue at which the rate `lr` converges: the inverse of `rateLimit`. For every rule of the catalogue
 * 1/limit is linear in lambda (a test checks it), so two points determine it.
 */
export function curvatureLimit(optimizer: Optimizer | undefined, hyper: Hyper, lr: number): number | NoLimit {
  const [one, two] = [rateLimit(optimizer, hyper, 1), rateLimit(optimizer, hyper, 2)];
  if (typeof one === 'string') return one;
  if (typeof two === 'string') return two;
  // A schedule may end at a rate of 0, which has no limit.
  if (!(lr > 0)) return 'unbounded';
  const slope = 1 / two - 1 / one;
  return 1 + (1 / lr - 1 / one) / slope;
}

/** The limit as it reads with these settings, for display: flags decided, what is 0 left out. Null where there is none. */
export function limitExpression(optimizer: Optimizer, hyper: Hyper): Expression | null {
  const stability = stabilityOf(optimizer, hyper);
  if (typeof stability === 'string') return null;
  const { limit, decayed = '1/2' } = stability;
  const expression = parseExpression(Number(hyper.decay ?? 0) === 0 ? limit : `1/(1/(${limit}) + (${decayed})*decay)`);
  return (
    specialize({ ...ruleOf(optimizer), states: [], lines: [{ name: 'theta', expression }] }, hyper)[0]?.expression ??
    null
  );
}

/**
 * The effective curvature of a run's rule after `t` updates, from its state there; without a divisor if there is no theory.
 * @param state states x parameters, one row of a trace
 */
export function hessianTransformOf(run: RunPlan, state: ArrayLike<number>, t: number): HessianTransform {
  const weight = gradientWeight(run);
  const l2 = penaltyOf(run.hyper);
  const { free } = modifiedLossOf(run);
  const optimizer = optimizerOf(run);
  const stability = stabilityOf(optimizer, theoryHyperOfPlan(run));
  if (typeof stability === 'string' || !stability.preconditioner) return { weight, penalty: l2, divisor: null, free };
  const { divisor, penalty } = compiled(stability);
  const { states, parameterCount: n } = run.step;
  const hyper = namesOf(optimizer).map((name) => Number(run.hyper[name]));
  const offsets = stateNames(optimizer).map((name) => states.findIndex((kept) => kept.name === name) * n);
  const divisorOf = (parameter: number) =>
    divisor([...hyper, ...offsets.map((offset) => state[offset + parameter] as number), t]);
  return { weight, free, penalty: l2 + penalty(hyper), divisor: Array.from({ length: n }, (_, i) => divisorOf(i)) };
}

/**
 * The largest sum of an update's weights on its samples: 1 for a mean, k if the means of k micro-batches are summed, less
 * for an incomplete group. The largest decides, because it overshoots first.
 */
export function gradientWeight(run: RunPlan): number {
  if (run.kind === 'function') return 1;
  const { start, tailStart, end, headWeight, tailWeight } = run.batches;
  let largest = 0;
  start.forEach((from, u) => {
    const [middle, to] = [tailStart[u] as number, end[u] as number];
    largest = Math.max(
      largest,
      (middle - from) * (headWeight[u] as number) + (to - middle) * (tailWeight[u] as number),
    );
  });
  return largest;
}

const namesOf = (optimizer: Optimizer | undefined): string[] =>
  optimizer ? ruleOf(optimizer).hyper.map(({ name }) => name) : [];
const stateNames = (optimizer: Optimizer | undefined): string[] =>
  optimizer ? ruleOf(optimizer).states.map(({ name }) => name) : [];

type Formula = (values: readonly number[]) => number;
const programs = new WeakMap<Stability, { limit: Formula; decayed: Formula; divisor: Formula; penalty: Formula }>();

/** The compiled formulas of a theory, over hyperparameters, then lambda, or the states and t. */
function compiled(stability: Stability) {
  const cached = programs.get(stability);
  if (cached) return cached;
  const optimizer = optimizers.find((entry) => entry.stability === stability);
  const hyper = namesOf(optimizer);
  const formula = (text: string, names: readonly string[]) => compileFunction(parseExpression(text, names), names);
  const value = {
    limit: formula(stability.limit, [...hyper, 'lambda']),
    decayed: formula(stability.decayed ?? '1/2', hyper),
    divisor: formula(stability.preconditioner?.divisor ?? '1', [...hyper, ...stateNames(optimizer), 't']),
    penalty: formula(stability.preconditioner?.penalty ?? '0', hyper),
  };
  programs.set(stability, value);
  return value;
}
