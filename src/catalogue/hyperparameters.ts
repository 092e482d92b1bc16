import type { Hyperparameter } from '../formula';
import { isOwnRule, ownDomain, ownOptimizer, ownRule } from './ownRules';
import type { HyperDomain, LocalName } from './types';

type Slider = HyperDomain['slider'];
type Extra = Pick<HyperDomain, 'integer'>;

const decays: Slider = { min: 0, max: 0.9999, scale: 'oneMinus' };
const fractions: Slider = { min: 0, max: 1, scale: 'linear' };
const log = (min: number, max: number): Slider => ({ min, max, scale: 'log' });

const numeric = (
  symbol: string,
  limits: readonly [number, number],
  slider: Slider,
  name: LocalName,
  help: LocalName,
  extra: Extra = {},
): HyperDomain => ({
  symbol,
  min: limits[0],
  max: limits[1],
  slider,
  name,
  help,
  ...extra,
});

const flag = (symbol: string, name: LocalName, help: LocalName): HyperDomain => ({
  symbol: `\\mathrm{${symbol}}`,
  min: 0,
  max: 1,
  slider: { scale: 'flag' },
  name,
  help,
});

/**
 * Every hyperparameter of the catalogue, by its name in the rules: PyTorch's name in camel case. The limits are wide enough
 * to break a method, which is what this page is for: PyTorch refuses a decay rate of 1, here its 0/0 can be seen.
 */
const domains: Readonly<Record<string, HyperDomain>> = {
  lr: numeric(
    '\\eta',
    [0, 1000],
    log(1e-6, 10),
    { en: 'learning rate', zh: '学习率' },
    { en: 'How far a step goes for a given gradient.', zh: '在给定梯度下每一步走多远。' },
  ),
  momentum: numeric(
    '\\mu',
    [0, 2],
    { min: 0, max: 0.999, scale: 'oneMinus' },
    { en: 'momentum', zh: '动量' },
    {
      en: 'The part of the velocity that is kept from one update to the next.',
      zh: '上一次更新的速度保留到下一次的比例。',
    },
  ),
  dampening: numeric(
    '\\tau',
    [0, 1],
    fractions,
    { en: 'dampening', zh: '动量阻尼' },
    {
      en: 'Gradients enter the velocity times one minus this, except the first.',
      zh: '除第一次外，梯度乘以（1 − 该值）后才计入速度。',
    },
  ),
  weightDecay: numeric(
    '\\lambda',
    [0, 10],
    { min: 0, max: 0.5, scale: 'linear' },
    { en: 'weight decay', zh: '权重衰减' },
    {
      en: 'Adds this times the parameters to the gradient, as an L2 penalty does; the rule then treats the sum as the gradient.',
      zh: '把该值乘以参数加到梯度上，与 L2 惩罚项相同；此后规则把这个和当作梯度。',
    },
  ),
  nesterov: flag(
    'nesterov',
    { en: 'Nesterov', zh: 'Nesterov 动量' },
    {
      en: 'Takes the gradient where the velocity is about to lead, instead of where the parameters are.',
      zh: '在速度即将到达的位置求梯度，而不是在参数当前的位置。',
    },
  ),
  maximize: flag(
    'maximize',
    { en: 'maximize', zh: '最大化' },
    { en: 'Climbs the loss instead of descending it.', zh: '沿损失上升而不是下降。' },
  ),
  lrDecay: numeric(
    '\\gamma',
    [0, 10],
    { min: 0, max: 0.5, scale: 'linear' },
    { en: 'learning rate decay', zh: '学习率衰减' },
    {
      en: 'Divides the rate by one plus this times the number of updates made.',
      zh: '学习率除以（1 + 该值 × 已完成的更新次数）。',
    },
  ),
  initialAccumulatorValue: numeric(
    's_0',
    [0, 1e6],
    { min: 0, max: 10, scale: 'linear' },
    { en: 'initial accumulator', zh: '累加器初值' },
    {
      en: 'What the sum of squared gradients starts from; a larger value makes the first steps smaller.',
      zh: '梯度平方和的起始值；越大，最初几步越小。',
    },
  ),
  eps: numeric(
    '\\epsilon',
    [0, 10],
    log(1e-10, 1),
    { en: 'epsilon', zh: '数值稳定项 ε' },
    {
      en: 'Added to a denominator; it bounds the steps that tiny gradients make.',
      zh: '加在分母上的小数，限制极小梯度产生的步长。',
    },
  ),
  rho: numeric(
    '\\rho',
    [0, 1],
    decays,
    { en: 'decay rate', zh: '衰减率' },
    {
      en: 'How slowly the averages of squared gradients and squared steps forget.',
      zh: '梯度平方与步长平方的滑动平均遗忘得多慢。',
    },
  ),
  alpha: numeric(
    '\\alpha',
    [0, 1],
    decays,
    { en: 'smoothing constant', zh: '平滑系数' },
    { en: 'How slowly the average of squared gradients forgets.', zh: '梯度平方的滑动平均遗忘得多慢。' },
  ),
  centered: flag(
    'centered',
    { en: 'centered', zh: '中心化' },
    {
      en: "Divides by an estimate of the gradient's standard deviation instead of its root mean square.",
      zh: '除以梯度标准差的估计，而不是均方根。',
    },
  ),
  beta1: numeric(
    '\\beta_1',
    [0, 1],
    decays,
    { en: 'first-moment decay rate', zh: '一阶矩衰减率' },
    { en: 'How slowly the average of gradients forgets.', zh: '梯度的滑动平均遗忘得多慢。' },
  ),
  beta2: numeric(
    '\\beta_2',
    [0, 1],
    { min: 0, max: 0.99999, scale: 'oneMinus' },
    { en: 'second-moment decay rate', zh: '二阶矩衰减率' },
    { en: 'How slowly the average of squared gradients forgets.', zh: '梯度平方的滑动平均遗忘得多慢。' },
  ),
  amsgrad: flag(
    'amsgrad',
    { en: 'AMSGrad', zh: 'AMSGrad' },
    {
      en: 'Divides by the largest second moment so far, so that a rare large gradient is not forgotten.',
      zh: '除以迄今最大的二阶矩，使罕见的大梯度不会被忘记。',
    },
  ),
  momentumDecay: numeric(
    '\\psi',
    [0, 1],
    log(1e-4, 1),
    { en: 'momentum decay', zh: '动量衰减' },
    { en: 'How fast the momentum rises from half of its value to all of it.', zh: '动量从一半升到全部的快慢。' },
  ),
  decoupledWeightDecay: flag(
    'decoupled',
    { en: 'decoupled weight decay', zh: '解耦权重衰减' },
    {
      en: 'Weight decay shrinks the parameters directly, as in AdamW, instead of entering the gradient.',
      zh: '像 AdamW 那样直接缩小参数，而不是并入梯度。',
    },
  ),
  lambd: numeric(
    '\\lambda_d',
    [0, 10],
    log(1e-6, 1),
    { en: 'decay term', zh: '衰减项' },
    {
      en: 'Shrinks the parameters at every update and sets how soon the rate falls.',
      zh: '每次更新都缩小参数，并决定学习率何时下降。',
    },
  ),
  t0: numeric(
    't_0',
    [0, 1e9],
    log(1, 1e6),
    { en: 'averaging starts', zh: '开始平均的步数' },
    { en: 'The number of updates after which the parameters are averaged.', zh: '经过多少次更新后开始对参数求平均。' },
    { integer: true },
  ),
  etaMinus: numeric(
    '\\eta^-',
    [0, 1],
    { min: 0.01, max: 0.99, scale: 'linear' },
    { en: 'step decrease', zh: '步长缩小因子' },
    { en: 'What a step is multiplied by when the gradient has changed sign.', zh: '梯度变号时步长乘以该值。' },
  ),
  etaPlus: numeric(
    '\\eta^+',
    [1, 10],
    { min: 1.01, max: 3, scale: 'linear' },
    { en: 'step increase', zh: '步长增大因子' },
    { en: 'What a step is multiplied by when the gradient has kept its sign.', zh: '梯度同号时步长乘以该值。' },
  ),
  minStep: numeric(
    '\\Delta_{\\mathrm{min}}',
    [0, 1000],
    log(1e-9, 1),
    { en: 'smallest step', zh: '最小步长' },
    {
      en: 'The step size of a parameter never becomes smaller than this.',
      zh: '每个参数的步长不会小于该值。',
    },
  ),
  maxStep: numeric(
    '\\Delta_{\\mathrm{max}}',
    [0, 1e6],
    log(1e-3, 100),
    { en: 'largest step', zh: '最大步长' },
    {
      en: 'The step size of a parameter never becomes larger than this.',
      zh: '每个参数的步长不会大于该值。',
    },
  ),
  // Hyperparameters of the modifiers, which any rule may have in addition to its own.
  dropout: numeric(
    'p',
    [0, 0.9],
    { min: 0, max: 0.9, scale: 'linear' },
    { en: 'dropout', zh: '丢弃概率' },
    { en: 'The probability that a hidden unit is left out.', zh: '每个隐藏单元被丢弃的概率。' },
  ),
  l2: numeric(
    '\\lambda_2',
    [0, 10],
    log(1e-5, 1),
    { en: 'L2 penalty', zh: 'L2 正则系数' },
    {
      en: 'How much of the parameters is added to the gradient: the weight λ of the penalty ½λ‖θ‖².',
      zh: '惩罚项 ½λ‖θ‖² 的系数 λ：把参数的多少倍加到梯度上。',
    },
  ),
  clipValue: numeric(
    'c_v',
    [0, 1e9],
    log(1e-3, 100),
    { en: 'largest component', zh: '分量上限' },
    {
      en: 'No component of the gradient becomes larger than this, in either direction.',
      zh: '梯度每个分量的绝对值都不超过该值。',
    },
  ),
  clipNorm: numeric(
    'c_n',
    [0, 1e9],
    log(1e-3, 100),
    { en: 'largest norm', zh: '范数上限' },
    { en: 'The gradient is shortened to this length where it is longer.', zh: '梯度长度超过该值时缩短到该值。' },
  ),
  noiseScale: numeric(
    'c_\\xi',
    [0, 1e6],
    log(1e-3, 10),
    { en: 'noise', zh: '噪声强度' },
    { en: 'Standard deviation of the noise, before it fades.', zh: '噪声衰减之前的标准差。' },
  ),
  noiseDecay: numeric(
    '\\gamma_\\xi',
    [0, 10],
    { min: 0, max: 2, scale: 'linear' },
    { en: 'fading of the noise', zh: '噪声衰减指数' },
    {
      en: 'At update t the noise is divided by (1 + t) to this power; 0 keeps it as it is.',
      zh: '第 t 次更新时噪声除以 (1 + t) 的该次幂；0 表示不衰减。',
    },
  ),
  decay: numeric(
    '\\lambda_w',
    [0, 10],
    log(1e-5, 1),
    { en: 'decoupled decay', zh: '解耦权重衰减' },
    {
      en: 'At every update the parameters lose this part of themselves, times the learning rate.',
      zh: '每次更新参数都减去自身的该比例乘以学习率。',
    },
  ),
};

/** The same hyperparameter with other words. */
const reworded = (name: string, help: LocalName, other: LocalName | null = null): HyperDomain => {
  const domain = domains[name];
  if (!domain) throw new RangeError(`no hyperparameter ${name}`);
  return { ...domain, help, name: other ?? domain.name };
};

const decoupled = reworded('weightDecay', {
  en: 'At every update the parameters lose this part of themselves, times the learning rate, beside the step and not through the gradient.',
  zh: '每次更新参数都减去自身的该比例乘以学习率；这与步子分开进行，不经过梯度。',
});
const rearranged = reworded('nesterov', {
  en: 'Nesterov’s step, rearranged: the gradient is taken where the parameters are, and they run ahead along the velocity.',
  zh: '重新整理过的 Nesterov 步：梯度在参数当前的位置求得，参数再沿速度向前走一段。',
});
const insideRoot = reworded('eps', {
  en: 'Added inside the root of the denominator, where it counts as much as its own root outside: 1e-4 like 0.01.',
  zh: '加在分母的根号之内，其作用相当于在根号之外加上它的平方根：1e-4 相当于 0.01。',
});

/** Names that mean something else for one optimizer: PyTorch uses `alpha` for two things. */
const exceptions: Readonly<Record<string, Readonly<Record<string, HyperDomain>>>> = {
  sgd: {
    nesterov: rearranged,
    momentum: reworded('momentum', {
      en: 'The part of the velocity that is kept from one update to the next. At 0, SGD is gradient descent.',
      zh: '上一次更新的速度保留到下一次的比例。取 0 时，SGD 就是梯度下降。',
    }),
  },
  'momentum-keras': { nesterov: rearranged },
  adamw: { weightDecay: decoupled },
  'adam-eps-inside': { eps: insideRoot },
  'rmsprop-tf': { eps: insideRoot },
  adadelta: {
    eps: reworded('eps', {
      en: 'Added to both averages inside their roots. The first steps come from it alone: a larger one makes them longer.',
      zh: '加在两个滑动平均的根号之内。最初几步全由它产生：越大，这几步越长。',
    }),
  },
  adamax: {
    beta2: reworded(
      'beta2',
      { en: 'How slowly the largest gradient so far is forgotten.', zh: '迄今最大的梯度被遗忘得多慢。' },
      { en: 'decay rate of the largest gradient', zh: '最大梯度的衰减率' },
    ),
    eps: reworded('eps', {
      en: 'Added to the size of every gradient before the largest is kept, so that nothing is divided by 0.',
      zh: '加在每个梯度的绝对值上再取最大值，使分母不为 0。',
    }),
  },
  lion: {
    weightDecay: decoupled,
    beta1: reworded(
      'beta1',
      {
        en: 'The weight of the average in the step, whose sign is taken; the rest is the gradient’s.',
        zh: '取符号之前，滑动平均所占的权重；其余为当前梯度的权重。',
      },
      { en: 'weight of the average', zh: '滑动平均的权重' },
    ),
    beta2: reworded(
      'beta2',
      { en: 'How slowly the average of gradients forgets.', zh: '梯度的滑动平均遗忘得多慢。' },
      { en: 'decay rate of the average', zh: '滑动平均的衰减率' },
    ),
  },
  rprop: {
    lr: reworded('lr', {
      en: 'The size of the first step of every parameter; afterwards each has a step size of its own.',
      zh: '每个参数第一步的步长；此后各参数有自己的步长。',
    }),
  },
  asgd: {
    alpha: numeric(
      '\\alpha',
      [0, 1],
      fractions,
      { en: 'power of the decay', zh: '衰减幂次' },
      { en: 'How steeply the rate falls with the number of updates.', zh: '学习率随更新次数下降得多陡。' },
    ),
  },
};

/**
 * Limits, slider and texts of a hyperparameter.
 * @param optimizer key of the optimizer that it belongs to, for names that mean different things (`alpha`)
 * @throws RangeError for a name that no optimizer of the catalogue has, nor the user's rule
 */
export function hyperDomain(name: string, optimizer?: string): HyperDomain {
  const own = optimizer !== undefined && Object.hasOwn(exceptions, optimizer) ? exceptions[optimizer] : undefined;
  const known = own && Object.hasOwn(own, name) ? own[name] : Object.hasOwn(domains, name) ? domains[name] : undefined;
  const declared = optimizer !== undefined && isOwnRule(optimizer) ? declaredIn(optimizer, name) : undefined;
  const found = declared ? ownDomain(declared, known) : known;
  if (!found) throw new RangeError(`no hyperparameter ${name}`);
  return found;
}

/** A hyperparameter as the signature of a user's rule declares it. */
function declaredIn(text: string, name: string): Hyperparameter | undefined {
  const optimizer = ownOptimizer(text);
  return optimizer && ownRule(optimizer)?.hyper.find((hyper) => hyper.name === name);
}
