import type { Subject } from '../subject/subject';
import type { ClassArgument, ClassTable, SameRule } from './classes';

const eps: ClassArgument = { name: 'eps', of: 'eps', default: 1e-8 };
const betas: ClassArgument = { name: 'betas', of: ['beta1', 'beta2'], default: [0.9, 0.999] };
const weightDecay: ClassArgument = { name: 'weight_decay', of: 'weightDecay', default: 0 };
const amsgrad: ClassArgument = { name: 'amsgrad', of: 'amsgrad', default: false };

const refusesOne = ({ rule }: Subject): string | null =>
  rule.hyper.beta1 === 1 || rule.hyper.beta2 === 1 ? 'PyTorch refuses a decay rate of 1.' : null;

/** Rules that take the rate only once: PyTorch takes the first update's, the page the one before any schedule. */
const startsElsewhere = ({ schedule }: Subject): string | null =>
  schedule && !schedule.beginsAtLr
    ? "PyTorch's class begins with the rate of the first update; here it is the rate before any schedule."
    : null;

/**
 * Classes of torch.optim whose rule is the catalogue's, as of torch 1.13 and of later versions.
 * https://docs.pytorch.org/docs/stable/optim.html
 */
export const pytorchOptimizers: ClassTable<SameRule> = {
  gd: { class: 'torch.optim.SGD', arguments: [] },
  sgd: {
    class: 'torch.optim.SGD',
    arguments: [
      { name: 'momentum', of: 'momentum', default: 0 },
      { name: 'dampening', of: 'dampening', default: 0 },
      weightDecay,
      { name: 'nesterov', of: 'nesterov', default: false },
      { name: 'maximize', of: 'maximize', default: false },
    ],
    unless: ({ rule: { hyper } }) =>
      hyper.nesterov === 1 && (hyper.momentum === 0 || hyper.dampening !== 0)
        ? "PyTorch refuses Nesterov's step without momentum or with dampening."
        : null,
  },
  'momentum-sutskever': {
    differs:
      'torch.optim.SGD multiplies the velocity by the rate when it is applied; here the rate is inside the velocity, so the two part when the rate changes.',
  },
  'momentum-keras': {
    differs:
      'This is the form of Keras: the rate is inside the velocity. torch.optim.SGD has it outside, so the two part when the rate changes.',
  },
  'momentum-average': {
    differs:
      'torch.optim.SGD with dampening=momentum starts its velocity at the first gradient itself; this average starts at 0.',
  },
  nesterov: {
    differs:
      'torch.optim.SGD with nesterov=True is this method rearranged: its parameters are the points at which the gradients are taken.',
  },
  adagrad: {
    class: 'torch.optim.Adagrad',
    arguments: [
      { name: 'lr_decay', of: 'lrDecay', default: 0 },
      weightDecay,
      { name: 'initial_accumulator_value', of: 'initialAccumulatorValue', default: 0 },
      { name: 'eps', of: 'eps', default: 1e-10 },
    ],
  },
  adadelta: {
    class: 'torch.optim.Adadelta',
    arguments: [{ name: 'rho', of: 'rho', default: 0.9 }, { name: 'eps', of: 'eps', default: 1e-6 }, weightDecay],
  },
  rmsprop: {
    class: 'torch.optim.RMSprop',
    arguments: [
      { name: 'alpha', of: 'alpha', default: 0.99 },
      eps,
      weightDecay,
      { name: 'momentum', of: 'momentum', default: 0 },
      { name: 'centered', of: 'centered', default: false },
    ],
  },
  'rmsprop-tf': {
    differs:
      'torch.optim.RMSprop adds epsilon outside of the root and multiplies by the rate outside of the momentum; this is the form of TensorFlow.',
  },
  adam: { class: 'torch.optim.Adam', arguments: [betas, eps, weightDecay, amsgrad], unless: refusesOne },
  'adam-uncorrected': { differs: 'torch.optim.Adam corrects its averages for their start at 0; this rule does not.' },
  'adam-eps-inside': { differs: 'torch.optim.Adam adds epsilon outside of the root; here it is inside.' },
  adamw: {
    class: 'torch.optim.AdamW',
    arguments: [betas, eps, { name: 'weight_decay', of: 'weightDecay', default: 0.01 }, amsgrad],
    unless: refusesOne,
  },
  adamax: { class: 'torch.optim.Adamax', arguments: [betas, eps, weightDecay], unless: refusesOne },
  nadam: {
    differs:
      'torch.optim.NAdam of torch 1.13 multiplies one momentum in twice. This is the rule of later versions, which keep the product of momenta in float32.',
  },
  radam: {
    class: 'torch.optim.RAdam',
    arguments: [betas, eps, weightDecay],
    unless: (subject) =>
      subject.rule.hyper.decoupledWeightDecay === 1
        ? 'torch.optim.RAdam of torch 1.13 has no decoupled weight decay.'
        : refusesOne(subject),
  },
  asgd: {
    class: 'torch.optim.ASGD',
    arguments: [
      { name: 'lambd', of: 'lambd', default: 1e-4 },
      { name: 'alpha', of: 'alpha', default: 0.75 },
      { name: 't0', of: 't0', default: 1e6 },
      weightDecay,
    ],
    unless: startsElsewhere,
  },
  rprop: {
    class: 'torch.optim.Rprop',
    arguments: [
      { name: 'etas', of: ['etaMinus', 'etaPlus'], default: [0.5, 1.2] },
      { name: 'step_sizes', of: ['minStep', 'maxStep'], default: [1e-6, 50] },
    ],
    unless: (subject) => {
      const { etaMinus = 0, etaPlus = 0 } = subject.rule.hyper;
      return etaMinus > 0 && etaMinus < 1 && etaPlus > 1
        ? startsElsewhere(subject)
        : 'PyTorch refuses factors of the steps that are not on their sides of 1.';
    },
  },
  lion: { differs: 'PyTorch has no class for Lion.' },
};
