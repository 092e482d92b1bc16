import * as adam from './adam';
import * as averages from './averages';
import * as curvature from './curvature';
import type { PaperMethod } from './loop';
import * as matrix from './matrix';
import * as momentum from './momentum';
import * as ownRate from './ownRate';

export { layerwise } from './loop';
export { lamb } from './adam';
export { lars } from './momentum';
export { muon, newtonSchulz, soap } from './matrix';
export { the, type Loss, type Settings, type Vector } from './loop';

/** A method with settings at which float64 determines its path: rounding grows slowly, and no decision is near a tie. */
interface PaperCase {
  readonly method: PaperMethod;
  readonly settings: readonly Readonly<Record<string, number | boolean>>[];
  /** How many updates are compared, if fewer than usual: quotients of differences lose digits at every update. */
  readonly updates?: number;
}

/**
 * By the keys of the optimizers. Where a loop says "the code", the code that the authors published is meant: where there is some, both
 * were run side by side, on the problems of `papers.test.ts`, and agree but for the differences that the loop names.
 */
export const papers: Readonly<Record<string, PaperCase>> = {
  qhm: { method: momentum.qhm, settings: [{ lr: 0.0005 }, { lr: 0.001, momentum: 0.9, nu: 0.4 }] },
  madgrad: { method: momentum.madgrad, settings: [{}, { lr: 0.003, momentum: 0.5 }] },
  adabelief: { method: adam.adabelief, settings: [{ lr: 0.01 }, { lr: 0.01, beta1: 0.8, beta2: 0.95, eps: 0.001 }] },
  yogi: { method: adam.yogi, settings: [{}, { lr: 0.02, beta2: 0.9, initialAccumulatorValue: 10 }] },
  qhadam: { method: adam.qhadam, settings: [{ lr: 0.01 }, { lr: 0.02, beta1: 0.9, nu1: 0.3, nu2: 0.6 }] },
  adan: { method: adam.adan, settings: [{ lr: 0.01 }, { lr: 0.02, beta1: 0.9, beta2: 0.7, beta3: 0.8 }] },
  grams: { method: adam.grams, settings: [{ lr: 0.01 }, { lr: 0.003, beta1: 0.5, eps: 0.1 }] },
  adopt: { method: adam.adopt, settings: [{ lr: 0.01 }, { lr: 0.02, beta1: 0.5, beta2: 0.9, eps: 0.5 }] },
  ademamix: { method: adam.ademamix, settings: [{ lr: 0.01 }, { lr: 0.01, alpha: 8, beta3: 0.99 }] },
  mars: { method: adam.mars, settings: [{ lr: 0.01 }, { lr: 0.02, beta1: 0.8, gamma: 0.3 }] },
  'cautious-adamw': {
    method: adam.cautiousAdamw,
    settings: [{ lr: 0.01 }, { lr: 0.03, beta1: 0.7, weightDecay: 0.2, eps: 0.01 }],
  },
  'lookahead-sgd': {
    method: averages.lookaheadSgd,
    settings: [{ lr: 0.0002 }, { lr: 0.0005, momentum: 0.5, syncPeriod: 7, slowStep: 0.3 }],
  },
  'lookahead-adam': {
    method: averages.lookaheadAdam,
    settings: [{ lr: 0.02 }, { lr: 0.02, syncPeriod: 2, slowStep: 0.5 }],
  },
  'schedule-free-sgd': { method: averages.scheduleFreeSgd, settings: [{ lr: 0.0005 }, { lr: 0.001, momentum: 0.3 }] },
  'schedule-free-adamw': {
    method: averages.scheduleFreeAdamw,
    settings: [{ lr: 0.02 }, { lr: 0.02, beta1: 0.6, weightDecay: 0.3 }],
  },
  'cautious-lion': {
    method: momentum.cautiousLion,
    settings: [{ lr: 0.01 }, { lr: 0.02, beta1: 0.7, weightDecay: 0.2 }],
  },
  sam: { method: momentum.sam, settings: [{ lr: 0.0005 }, { lr: 0.0005, rho: 0.5 }] },
  lars: { method: momentum.lars, settings: [{}, { lr: 0.5, momentum: 0.5, trust: 0.01 }] },
  lamb: { method: adam.lamb, settings: [{}, { lr: 0.005, beta1: 0.7, eps: 0.1 }] },
  muon: { method: matrix.muon([]), settings: [{ lr: 0.01 }, { lr: 0.02, momentum: 0.7 }] },
  shampoo: { method: matrix.shampoo, settings: [{ lr: 0.05 }, { lr: 0.5, eps: 0.1 }] },
  soap: { method: matrix.soap([]), settings: [{ lr: 0.01 }, { lr: 0.02, beta1: 0.8, beta2: 0.99, eps: 0.1 }] },
  polyak: { method: ownRate.polyak, updates: 40, settings: [{ lr: 0.3 }, { lr: 0.1, fstar: 0.5 }] },
  'barzilai-borwein': {
    method: ownRate.barzilaiBorwein,
    updates: 9,
    settings: [{ lr: 0.001 }, { lr: 0.0005, short: true }],
  },
  dog: { method: ownRate.dog, settings: [{}, { lr: 0.5, repsRel: 0.01 }] },
  'd-adapt-adam': { method: ownRate.dAdaptAdam, settings: [{}, { lr: 0.5, d0: 0.01, beta2: 0.9 }] },
  adahessian: {
    method: curvature.adahessian,
    settings: [{}, { lr: 0.05, beta1: 0.7, beta2: 0.95, eps: 0.01, hessianPower: 0.5 }],
  },
  sophia: {
    method: curvature.sophia,
    settings: [{ lr: 0.01 }, { lr: 0.05, beta1: 0.8, beta2: 0.7, gamma: 0.5, hessianInterval: 3 }],
  },
  prodigy: { method: ownRate.prodigy, settings: [{}, { lr: 0.5, d0: 0.01, beta2: 0.9, eps: 0.1 }] },
};
