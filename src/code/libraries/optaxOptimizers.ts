import { numberText } from '../python/lines';
import type { RuleSubject } from '../subject/rule';
import type { Subject } from '../subject/subject';
import type { ClassArgument, ClassTable } from './classes';

type Hyper = RuleSubject['hyper'];

const b1: ClassArgument = { name: 'b1', of: 'beta1', default: 0.9 };
const b2: ClassArgument = { name: 'b2', of: 'beta2', default: 0.999 };
const eps: ClassArgument = { name: 'eps', of: 'eps', default: 1e-8 };
// None in optax, which leaves the momentum out, as 0 does.
const momentum: ClassArgument = { name: 'momentum', of: 'momentum', default: 0 };

const noAmsgrad = ({ rule }: Subject): string | null =>
  rule.hyper.amsgrad === 1
    ? 'optax.amsgrad keeps the largest of the corrected averages, this rule that of the uncorrected ones.'
    : null;

const noLookAhead = ({ rule }: Subject): string | null =>
  rule.hyper.nesterov === 1 ? 'optax takes every gradient at the parameters; this rule looks ahead.' : null;

const value = (hyper: Hyper, name: string): string => numberText(hyper[name] ?? Number.NaN);

/** The L2 penalty that a rule of torch adds to the gradient. */
const penalty = ({ weightDecay = 0 }: Hyper): string[] =>
  weightDecay === 0 ? [] : [`optax.add_decayed_weights(${numberText(weightDecay)})`];

/** The momentum of a velocity that has the rate inside. */
const velocity = (hyper: Hyper, rate: string): string[] => [
  `optax.scale_by_learning_rate(${rate})`,
  `optax.trace(decay=${value(hyper, 'momentum')}${hyper.nesterov === 1 ? ', nesterov=True' : ''})`,
];

/**
 * What optax has for the rules of the catalogue, as of version 0.2.8.
 * https://optax.readthedocs.io/en/latest/api/optimizers.html
 */
export const optaxOptimizers: ClassTable = {
  gd: { class: 'optax.sgd', arguments: [] },
  sgd: {
    class: 'optax.sgd',
    arguments: [momentum, { name: 'nesterov', of: 'nesterov', default: false }],
    before: penalty,
    unless: ({ rule: { hyper } }) =>
      hyper.maximize === 1
        ? 'optax.sgd descends; this run climbs.'
        : hyper.dampening !== 0 && hyper.momentum !== 0
          ? 'optax.sgd has no dampening.'
          : null,
  },
  'momentum-sutskever': { parts: velocity, unless: noLookAhead },
  'momentum-keras': { parts: velocity },
  'momentum-average': {
    parts: (hyper, rate) => [
      `optax.ema(${value(hyper, 'momentum')}, debias=False)`,
      `optax.scale_by_learning_rate(${rate})`,
    ],
  },
  nesterov: {
    differs:
      'optax.sgd with nesterov=True is this method rearranged: its parameters are the points at which the gradients are taken.',
  },
  adagrad: { differs: 'optax.adagrad adds epsilon inside of the root; here it is outside, as in PyTorch.' },
  adadelta: {
    class: 'optax.adadelta',
    arguments: [
      { name: 'rho', of: 'rho', default: 0.9 },
      { name: 'eps', of: 'eps', default: 1e-6 },
      { name: 'weight_decay', of: 'weightDecay', default: 0 },
    ],
  },
  // optax.rmsprop has the rate inside of its momentum: its parts in PyTorch's order.
  rmsprop: {
    parts: (hyper, rate) => [
      ...penalty(hyper),
      `optax.${hyper.centered === 1 ? 'scale_by_stddev' : 'scale_by_rms'}(decay=${value(hyper, 'alpha')}, eps=${value(hyper, 'eps')}, eps_in_sqrt=False)`,
      ...(hyper.momentum === 0 ? [] : [`optax.trace(decay=${value(hyper, 'momentum')})`]),
      `optax.scale_by_learning_rate(${rate})`,
    ],
  },
  'rmsprop-tf': {
    class: 'optax.rmsprop',
    arguments: [
      { name: 'decay', of: 'alpha', default: 0.9 },
      eps,
      { name: 'centered', of: 'centered', default: false },
      momentum,
    ],
  },
  adam: { class: 'optax.adam', arguments: [b1, b2, eps], before: penalty, unless: noAmsgrad },
  'adam-uncorrected': { differs: 'optax.adam corrects its averages for their start at 0; this rule does not.' },
  'adam-eps-inside': {
    class: 'optax.adam',
    arguments: [b1, b2, { name: 'eps_root', of: 'eps', default: 0 }],
    always: 'eps=0',
  },
  adamw: {
    class: 'optax.adamw',
    arguments: [b1, b2, eps, { name: 'weight_decay', of: 'weightDecay', default: 1e-4 }],
    unless: noAmsgrad,
  },
  adamax: { class: 'optax.adamax', arguments: [b1, b2, eps], before: penalty },
  nadam: { differs: "optax.nadam has no schedule of the momentum; this is PyTorch's rule." },
  radam: { differs: 'optax.radam adds epsilon after the correction of the second average, PyTorch before it.' },
  asgd: { differs: 'optax has no ASGD.' },
  rprop: { differs: 'optax.rprop applies every step one update later.' },
  lion: {
    class: 'optax.lion',
    arguments: [
      b1,
      { name: 'b2', of: 'beta2', default: 0.99 },
      { name: 'weight_decay', of: 'weightDecay', default: 1e-3 },
    ],
  },
};
