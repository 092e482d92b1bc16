import type { Subject } from '../subject/subject';
import type { ClassArgument, ClassTable, SameRule } from './classes';

const momentum: ClassArgument = { name: 'momentum', of: 'momentum', default: 0 };
const nesterov: ClassArgument = { name: 'nesterov', of: 'nesterov', default: false };
const rho = (of: string, usual: number): ClassArgument => ({ name: 'rho', of, default: usual });
const epsilon: ClassArgument = { name: 'epsilon', of: 'eps', default: 1e-7 };

const EPSILON_HAT =
  'adds epsilon before the correction of the second average (the "epsilon hat" of the paper), PyTorch after it.';

const sameAsSgd = ({ schedule, rule: { hyper } }: Subject): string | null => {
  if (hyper.maximize === 1) return 'keras.optimizers.SGD descends; this run climbs.';
  if (hyper.momentum === 0) return null;
  if (hyper.dampening !== 0) return 'keras.optimizers.SGD has no dampening.';
  return schedule
    ? 'keras.optimizers.SGD has the rate inside of the velocity, PyTorch outside: they part when the rate changes, as here.'
    : null;
};

/**
 * What Keras has for the rules of the catalogue, as of version 3. Its weight decay is decoupled, so a penalty is added to
 * the gradient. https://keras.io/api/optimizers/
 */
export const kerasOptimizers: ClassTable<SameRule> = {
  gd: { class: 'keras.optimizers.SGD', arguments: [] },
  // The rate is inside of the velocity, which makes no difference while it is constant.
  sgd: { class: 'keras.optimizers.SGD', arguments: [momentum, nesterov], penalized: true, unless: sameAsSgd },
  'momentum-sutskever': {
    class: 'keras.optimizers.SGD',
    arguments: [momentum],
    unless: ({ rule }) =>
      rule.hyper.nesterov === 1
        ? 'keras.optimizers.SGD takes every gradient at the parameters; this rule looks ahead.'
        : null,
  },
  'momentum-keras': { class: 'keras.optimizers.SGD', arguments: [momentum, nesterov] },
  'momentum-average': { differs: 'Keras adds gradients up in its velocity; this rule averages them.' },
  nesterov: {
    differs:
      'keras.optimizers.SGD with nesterov=True is this method rearranged: its parameters are the points at which the gradients are taken.',
  },
  adagrad: { differs: 'keras.optimizers.Adagrad adds epsilon inside of the root; here it is outside, as in PyTorch.' },
  adadelta: { class: 'keras.optimizers.Adadelta', arguments: [rho('rho', 0.95), epsilon], penalized: true },
  rmsprop: {
    differs:
      'keras.optimizers.RMSprop adds epsilon inside of the root and has the rate inside of the momentum; this is the form of PyTorch.',
  },
  'rmsprop-tf': {
    class: 'keras.optimizers.RMSprop',
    arguments: [rho('alpha', 0.9), momentum, epsilon, { name: 'centered', of: 'centered', default: false }],
  },
  adam: { differs: `keras.optimizers.Adam ${EPSILON_HAT}` },
  'adam-uncorrected': {
    differs: 'keras.optimizers.Adam corrects its averages for their start at 0; this rule does not.',
  },
  'adam-eps-inside': { differs: 'keras.optimizers.Adam adds epsilon outside of the root; here it is inside.' },
  adamw: { differs: `keras.optimizers.AdamW ${EPSILON_HAT}` },
  adamax: { differs: 'keras.optimizers.Adamax adds epsilon to the largest gradient, PyTorch to every gradient.' },
  nadam: { differs: 'keras.optimizers.Nadam has a fixed schedule of the momentum; this is the rule of PyTorch.' },
  radam: { differs: 'Keras has no RAdam.' },
  asgd: { differs: 'Keras has no ASGD.' },
  rprop: { differs: 'Keras has no Rprop.' },
  lion: {
    class: 'keras.optimizers.Lion',
    arguments: [
      { name: 'beta_1', of: 'beta1', default: 0.9 },
      { name: 'beta_2', of: 'beta2', default: 0.99 },
      // None in Keras, which decays nothing, as 0 does.
      { name: 'weight_decay', of: 'weightDecay', default: 0 },
    ],
  },
};
