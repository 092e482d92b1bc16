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

/** Of a classical method: what it does is said beside the method's steps, which load later. */
const ofMethod = (
  symbol: string,
  limits: readonly [number, number],
  slider: Slider,
  name: LocalName,
  extra: Extra = {},
): HyperDomain => numeric(symbol, limits, slider, name, name, extra);

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
  beta3: numeric(
    '\\beta_3',
    [0, 1],
    { min: 0, max: 0.99999, scale: 'oneMinus' },
    { en: 'long average’s decay rate', zh: '长期平均的衰减率' },
    { en: 'How slowly the long average of gradients forgets.', zh: '梯度的长期滑动平均遗忘得多慢。' },
  ),
  nu: numeric(
    '\\nu',
    [0, 1],
    fractions,
    { en: 'weight of the average', zh: '滑动平均的权重' },
    {
      en: 'The share of the averaged gradient in the step; the rest is the newest gradient’s.',
      zh: '步子中平均梯度所占的比例；其余为当前梯度。',
    },
  ),
  nu1: numeric(
    '\\nu_1',
    [0, 1],
    fractions,
    { en: 'weight of the average', zh: '滑动平均的权重' },
    {
      en: 'The share of the averaged gradient in the step; the rest is the newest gradient’s.',
      zh: '步子中平均梯度所占的比例；其余为当前梯度。',
    },
  ),
  nu2: numeric(
    '\\nu_2',
    [0, 1],
    fractions,
    { en: 'weight of the averaged squares', zh: '平方平均的权重' },
    {
      en: 'The share of the averaged squares below the root; the rest is the newest square’s.',
      zh: '根号内平方平均所占的比例；其余为当前梯度的平方。',
    },
  ),
  syncPeriod: numeric(
    'k',
    [1, 1e6],
    { min: 1, max: 50, scale: 'linear' },
    { en: 'fast updates', zh: '快速更新次数' },
    { en: 'The number of updates between two moves of the slow weights.', zh: '慢权重每隔多少次更新移动一次。' },
    { integer: true },
  ),
  slowStep: numeric(
    '\\alpha',
    [0, 2],
    fractions,
    { en: 'slow step', zh: '慢权重步长' },
    {
      en: 'How far the slow weights go towards the fast ones, which then go on from there.',
      zh: '慢权重朝快权重移动的比例；快权重随后从该处继续。',
    },
  ),
  gamma: numeric(
    '\\gamma',
    [0, 10],
    { min: 0, max: 1, scale: 'linear' },
    { en: 'variance reduction', zh: '方差缩减系数' },
    {
      en: 'How much of the change since the last gradient is added to this one.',
      zh: '把梯度相对上一次的变化的多少加到当前梯度上。',
    },
  ),
  trust: numeric(
    '\\kappa',
    [0, 10],
    log(1e-4, 1),
    { en: 'trust coefficient', zh: '信任系数' },
    {
      en: 'How long a step is at rate 1 without momentum, as a share of the parameters’ norm.',
      zh: '学习率为 1 且无动量时步长与参数范数之比。',
    },
  ),
  fstar: numeric(
    'f_{\\mathrm{min}}',
    [-1e6, 1e6],
    { min: -100, max: 100, scale: 'linear' },
    { en: 'least loss', zh: '损失最小值' },
    { en: 'The loss at the minimum, which the rule must be told.', zh: '极小值处的损失，须事先给定。' },
  ),
  short: flag(
    'short',
    { en: 'short step', zh: '短步长' },
    {
      en: 'Takes the shorter of the paper’s two rates, (s·y)/(y·y) instead of (s·s)/(s·y).',
      zh: '采用论文两种步长中较短的一种：(s·y)/(y·y)，而不是 (s·s)/(s·y)。',
    },
  ),
  repsRel: numeric(
    'r_\\epsilon',
    [0, 10],
    log(1e-8, 1),
    { en: 'first distance', zh: '初始距离' },
    { en: 'The length of the first step, as a share of 1 + ‖θ‖.', zh: '第一步的长度与 1 + ‖θ‖ 之比。' },
  ),
  d0: numeric(
    'd_0',
    [0, 1e6],
    log(1e-8, 1),
    { en: 'first distance', zh: '初始距离' },
    {
      en: 'The first guess of the distance to the minimum, which only grows.',
      zh: '到极小值距离的初始估计；此后只增不减。',
    },
  ),
  hessianPower: numeric(
    'k',
    [0, 2],
    fractions,
    { en: 'power of the Hessian', zh: '海森矩阵的幂次' },
    {
      en: 'At 1 steps are divided by the curvature, at 0 they are those of momentum.',
      zh: '取 1 时步子除以曲率，取 0 时就是动量法的步子。',
    },
  ),
  hessianInterval: numeric(
    'k',
    [1, 1e6],
    log(1, 1000),
    { en: 'updates between curvatures', zh: '曲率更新间隔' },
    { en: 'The curvature is kept for so many updates.', zh: '曲率保持不变的更新次数。' },
    { integer: true },
  ),
  // Hyperparameters of the modifiers, which any rule may have in addition to its own.
  firstStep: ofMethod('\\alpha_0', [1e-9, 1e6], log(1e-4, 10), { en: 'first trial step', zh: '首个试探步长' }),
  shrink: ofMethod(
    '\\rho',
    [0.01, 0.99],
    { min: 0.1, max: 0.9, scale: 'linear' },
    { en: 'shrink factor', zh: '缩减因子' },
  ),
  c1: ofMethod('c_1', [1e-9, 0.99], log(1e-4, 0.5), { en: 'sufficient decrease', zh: '充分下降系数' }),
  c2: ofMethod(
    'c_2',
    [1e-6, 0.999],
    { min: 0.1, max: 0.9, scale: 'linear' },
    { en: 'curvature condition', zh: '曲率条件系数' },
  ),
  gtol: ofMethod('\\epsilon', [0, 1], log(1e-12, 1e-2), { en: 'tolerance', zh: '容差' }),
  memory: ofMethod(
    'm',
    [1, 100],
    { min: 1, max: 20, scale: 'linear' },
    { en: 'memory', zh: '记忆步数' },
    { integer: true },
  ),
  radius: ofMethod('\\Delta_0', [1e-9, 1e6], log(1e-2, 100), { en: 'first radius', zh: '初始半径' }),
  maxRadius: ofMethod('\\Delta_{\\mathrm{max}}', [1e-9, 1e6], log(1e-1, 1e3), { en: 'largest radius', zh: '最大半径' }),
  accept: ofMethod('\\eta', [0, 0.24], { min: 0, max: 0.24, scale: 'linear' }, { en: 'acceptance', zh: '接受阈值' }),
  edge: ofMethod('a', [1e-9, 1e6], log(1e-3, 10), { en: 'edge of the simplex', zh: '单纯形边长' }),
  tol: ofMethod('\\epsilon', [0, 1], log(1e-12, 1e-2), { en: 'tolerance', zh: '容差' }),
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

const factorOfOwnRate = reworded(
  'lr',
  {
    en: 'Multiplies the rate that the rule finds by itself; meant to be 1.',
    zh: '乘在规则自行确定的学习率上；通常取 1。',
  },
  { en: 'factor of the rate', zh: '学习率的倍数' },
);
const lionBetas = {
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
};
const curvatures = reworded('beta2', {
  en: 'How slowly the average of curvatures forgets.',
  zh: '曲率的滑动平均遗忘得多慢。',
});
const leastCurvature = reworded('eps', {
  en: 'Keeps the denominator from 0; it bounds the steps where the loss hardly curves.',
  zh: '使分母不为 0，限制损失几乎没有弯曲处的步长。',
});
const averagedGradient: LocalName = {
  en: 'How slowly the average of gradients forgets.',
  zh: '梯度的滑动平均遗忘得多慢。',
};
const towardsAverage: readonly [LocalName, LocalName] = [
  {
    en: 'Where the gradient is taken: 0 is the point that steps move, 1 the average.',
    zh: '求梯度的位置：0 为每步移动的点，1 为平均点。',
  },
  { en: 'gradient point', zh: '求梯度的位置' },
];

/** Names that mean something else for one optimizer: PyTorch uses `alpha` for two things. */
const exceptions: Readonly<Record<string, Readonly<Record<string, HyperDomain>>>> = {
  sgd: {
    nesterov: rearranged,
    momentum: reworded('momentum', {
      en: 'The part of the velocity that is kept from one update to the next. At 0, SGD is gradient descent.',
      zh: '上一次更新的速度保留到下一次的比例。取 0 时，SGD 就是梯度下降。',
    }),
  },
  shampoo: {
    eps: reworded('eps', {
      en: 'What L and R have on their diagonals before the first update.',
      zh: '第一次更新之前 L 和 R 对角线上的数。',
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
  lion: { weightDecay: decoupled, ...lionBetas },
  'cautious-lion': { weightDecay: decoupled, ...lionBetas },
  'cautious-adamw': { weightDecay: decoupled },
  adabelief: {
    eps: reworded('eps', {
      en: 'Added to the average at every update, and again to its root; it bounds the steps where gradients are as foreseen.',
      zh: '每次更新都加到滑动平均上，并再加到其平方根上；在梯度与预期一致时限制步长。',
    }),
    beta2: reworded('beta2', {
      en: 'How slowly the average of squared surprises forgets: of gradient minus average.',
      zh: '偏差（梯度减其平均）平方的滑动平均遗忘得多慢。',
    }),
  },
  yogi: {
    initialAccumulatorValue: reworded('initialAccumulatorValue', {
      en: 'What the average of squared gradients starts from; a larger value makes the first steps smaller.',
      zh: '梯度平方的滑动平均的起始值；越大，最初几步越小。',
    }),
  },
  adan: {
    beta2: reworded(
      'beta2',
      {
        en: 'How slowly the average of changes of the gradient forgets, and how much of a change is added.',
        zh: '梯度变化量的滑动平均遗忘得多慢，以及变化量加入多少。',
      },
      { en: 'decay rate of changes', zh: '变化量的衰减率' },
    ),
    beta3: reworded(
      'beta3',
      { en: 'How slowly the average of squares forgets.', zh: '平方的滑动平均遗忘得多慢。' },
      { en: 'decay rate of squares', zh: '平方的衰减率' },
    ),
  },
  ademamix: {
    alpha: numeric(
      '\\alpha',
      [0, 100],
      { min: 0, max: 10, scale: 'linear' },
      { en: 'weight of the long average', zh: '长期平均的权重' },
      {
        en: 'How much the long average of gradients counts beside the short one.',
        zh: '梯度的长期平均相对短期平均的权重。',
      },
    ),
  },
  qhm: { momentum: reworded('momentum', averagedGradient, { en: 'decay rate', zh: '衰减率' }) },
  madgrad: {
    momentum: reworded('momentum', {
      en: 'How slowly the parameters follow the point that the sum of gradients makes.',
      zh: '参数跟随由梯度之和确定的点有多慢。',
    }),
  },
  'schedule-free-sgd': { momentum: reworded('momentum', ...towardsAverage) },
  'schedule-free-adamw': { weightDecay: decoupled, beta1: reworded('beta1', ...towardsAverage) },
  sam: {
    rho: numeric(
      '\\rho',
      [0, 100],
      log(1e-3, 10),
      { en: 'radius', zh: '半径' },
      {
        en: 'How far uphill from the parameters the gradient is taken.',
        zh: '从参数处沿上坡方向走多远再求梯度。',
      },
    ),
  },
  polyak: {
    lr: reworded(
      'lr',
      {
        en: 'Multiplies the step; Polyak’s own is 1.',
        zh: '乘在步长上；Polyak 原方法取 1。',
      },
      { en: 'factor of the step', zh: '步长倍数' },
    ),
  },
  'barzilai-borwein': {
    lr: reworded(
      'lr',
      {
        en: 'The rate of the first update; afterwards the rule finds its own.',
        zh: '第一次更新的学习率；此后由规则自行确定。',
      },
      { en: 'first rate', zh: '初始学习率' },
    ),
  },
  dog: {
    lr: factorOfOwnRate,
    eps: reworded('eps', {
      en: 'What the sum of squared gradients starts from.',
      zh: '梯度平方和的起始值。',
    }),
  },
  'd-adapt-adam': { lr: factorOfOwnRate },
  prodigy: { lr: factorOfOwnRate },
  adahessian: { beta2: curvatures, eps: leastCurvature },
  sophia: {
    beta2: curvatures,
    eps: leastCurvature,
    lr: reworded('lr', {
      en: 'The most that a step moves a parameter: Newton’s step is cut to it.',
      zh: '每一步中参数最多移动的距离：牛顿步超过它时被截断。',
    }),
    gamma: numeric(
      '\\gamma',
      [0, 1e6],
      log(1e-4, 10),
      { en: 'weight of the curvature', zh: '曲率的权重' },
      { en: 'A larger one cuts fewer steps.', zh: '越大，被截断的步子越少。' },
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
