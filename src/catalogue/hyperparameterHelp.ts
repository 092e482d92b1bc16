import { hyperDomain } from './hyperparameters';
import { declaredIn, isOwnRule } from './ownRules';
import type { LocalName } from './types';

/*
 * One sentence about each hyperparameter. The page loads them after its first picture: nobody reads a hint before.
 */

/** By the name of the hyperparameter in the rules. */
const sentences: Readonly<Record<string, LocalName>> = {
  lr: { en: 'How far a step goes for a given gradient.', zh: '梯度一定时，每一步走多远。' },
  momentum: {
    en: 'The part of the velocity that is kept from one update to the next.',
    zh: '上一次更新的速度保留到下一次的比例。',
  },
  dampening: {
    en: 'Gradients enter the velocity times one minus this, except the first.',
    zh: '除第一次外，梯度乘以（1 − 该值）后才计入速度。',
  },
  weightDecay: {
    en: 'Adds this times the parameters to the gradient, as an L2 penalty does; the rule then treats the sum as the gradient.',
    zh: '把该值乘以参数加到梯度上，与 L2 惩罚项相同；此后规则把这个和当作梯度。',
  },
  nesterov: {
    en: 'Takes the gradient where the velocity is about to lead, instead of where the parameters are.',
    zh: '在速度即将到达的位置求梯度，而不是在参数当前的位置。',
  },
  maximize: { en: 'Climbs the loss instead of descending it.', zh: '沿损失上升而不是下降。' },
  lrDecay: {
    en: 'Divides the rate by one plus this times the number of updates made.',
    zh: '学习率除以（1 + 该值 × 已完成的更新次数）。',
  },
  initialAccumulatorValue: {
    en: 'What the sum of squared gradients starts from; a larger value makes the first steps smaller.',
    zh: '梯度平方和的起始值；越大，最初几步越小。',
  },
  eps: {
    en: 'Added to a denominator; it bounds the steps that tiny gradients make.',
    zh: '加在分母上的小数，限制极小梯度产生的步长。',
  },
  rho: {
    en: 'How slowly the averages of squared gradients and squared steps forget.',
    zh: '梯度平方与步长平方的滑动平均遗忘得多慢。',
  },
  alpha: { en: 'How slowly the average of squared gradients forgets.', zh: '梯度平方的滑动平均遗忘得多慢。' },
  centered: {
    en: "Divides by an estimate of the gradient's standard deviation instead of its root mean square.",
    zh: '除以梯度标准差的估计，而不是均方根。',
  },
  beta1: { en: 'How slowly the average of gradients forgets.', zh: '梯度的滑动平均遗忘得多慢。' },
  beta2: { en: 'How slowly the average of squared gradients forgets.', zh: '梯度平方的滑动平均遗忘得多慢。' },
  amsgrad: {
    en: 'Divides by the largest second moment so far, so that a rare large gradient is not forgotten.',
    zh: '除以迄今最大的二阶矩，使罕见的大梯度不会被忘记。',
  },
  momentumDecay: {
    en: 'How fast the momentum rises from half of its value to all of it.',
    zh: '动量从一半升到全部的快慢。',
  },
  decoupledWeightDecay: {
    en: 'Weight decay shrinks the parameters directly, as in AdamW, instead of entering the gradient.',
    zh: '像 AdamW 那样直接缩小参数，而不是并入梯度。',
  },
  lambd: {
    en: 'Shrinks the parameters at every update and sets how soon the rate falls.',
    zh: '每次更新都缩小参数，并决定学习率何时下降。',
  },
  t0: {
    en: 'The number of updates after which the parameters are averaged.',
    zh: '经过多少次更新后开始对参数求平均。',
  },
  etaMinus: { en: 'What a step is multiplied by when the gradient has changed sign.', zh: '梯度变号时步长乘以该值。' },
  etaPlus: { en: 'What a step is multiplied by when the gradient has kept its sign.', zh: '梯度同号时步长乘以该值。' },
  minStep: {
    en: 'The step size of a parameter never becomes smaller than this.',
    zh: '每个参数的步长不会小于该值。',
  },
  maxStep: {
    en: 'The step size of a parameter never becomes larger than this.',
    zh: '每个参数的步长不会大于该值。',
  },
  beta3: { en: 'How slowly the long average of gradients forgets.', zh: '梯度的长期滑动平均遗忘得多慢。' },
  nu: {
    en: 'The share of the averaged gradient in the step; the rest is the newest gradient’s.',
    zh: '步子中平均梯度所占的比例；其余为当前梯度。',
  },
  nu1: {
    en: 'The share of the averaged gradient in the step; the rest is the newest gradient’s.',
    zh: '步子中平均梯度所占的比例；其余为当前梯度。',
  },
  nu2: {
    en: 'The share of the averaged squares below the root; the rest is the newest square’s.',
    zh: '根号内平方平均所占的比例；其余为当前梯度的平方。',
  },
  syncPeriod: {
    en: 'The number of updates between two moves of the slow weights.',
    zh: '慢权重每隔多少次更新移动一次。',
  },
  slowStep: {
    en: 'How far the slow weights go towards the fast ones, which then go on from there.',
    zh: '慢权重朝快权重移动的比例；快权重随后从该处继续。',
  },
  gamma: {
    en: 'How much of the change since the last gradient is added to this one.',
    zh: '把梯度相对上一次的变化的多少加到当前梯度上。',
  },
  trust: {
    en: 'How long a step is at rate 1 without momentum, as a share of the parameters’ norm.',
    zh: '学习率为 1 且无动量时步长与参数范数之比。',
  },
  fstar: { en: 'The loss at the minimum, which the rule must be told.', zh: '极小值处的损失，须事先给定。' },
  short: {
    en: 'Takes the shorter of the paper’s two rates, (s·y)/(y·y) instead of (s·s)/(s·y).',
    zh: '采用论文两种步长中较短的一种：(s·y)/(y·y)，而不是 (s·s)/(s·y)。',
  },
  repsRel: { en: 'The length of the first step, as a share of 1 + ‖θ‖.', zh: '第一步的长度与 1 + ‖θ‖ 之比。' },
  d0: {
    en: 'The first guess of the distance to the minimum, which only grows.',
    zh: '到极小值距离的初始估计；此后只增不减。',
  },
  hessianPower: {
    en: 'At 1 steps are divided by the curvature, at 0 they are those of momentum.',
    zh: '取 1 时步子除以曲率，取 0 时就是动量法的步子。',
  },
  hessianInterval: { en: 'The curvature is kept for so many updates.', zh: '曲率保持不变的更新次数。' },
  firstStep: {
    en: 'The step length that every search along a line tries first.',
    zh: '每次线搜索首先尝试的步长。',
  },
  shrink: {
    en: 'What a step that is refused is multiplied by.',
    zh: '步长被拒绝后所乘的倍数。',
  },
  c1: {
    en: 'The share of the decrease which the slope promises that a step must reach.',
    zh: '步长必须达到斜率所预示下降量的这一比例。',
  },
  c2: {
    en: 'The share of the slope that may be left at the end of a step; above c₁.',
    zh: '步长终点处允许剩余的斜率比例；应大于 c₁。',
  },
  gtol: {
    en: 'The method stops where no component of the gradient is larger.',
    zh: '梯度各分量都不大于此值时，方法停止。',
  },
  memory: {
    en: 'How many of the last steps are kept.',
    zh: '保留最近多少步。',
  },
  radius: {
    en: 'The radius of the trust region at the start.',
    zh: '信赖域的初始半径。',
  },
  maxRadius: {
    en: 'The trust region never grows beyond this radius.',
    zh: '信赖域半径的上限。',
  },
  accept: {
    en: 'A step is taken if it reaches more than this share of the decrease that the model foresees.',
    zh: '实际下降超过模型预测下降的这一比例时，接受该步。',
  },
  edge: {
    en: 'How far the first simplex reaches from the start along every axis.',
    zh: '初始单纯形从起点沿各坐标轴伸出多远。',
  },
  tol: {
    en: 'The method stops where neither the corners of the simplex nor their losses are farther apart.',
    zh: '单纯形各顶点及其损失的差都不大于此值时，方法停止。',
  },
  dropout: { en: 'The probability that a hidden unit is left out.', zh: '每个隐藏单元被丢弃的概率。' },
  l2: {
    en: 'How much of the parameters is added to the gradient: the weight λ of the penalty ½λ‖θ‖².',
    zh: '惩罚项 ½λ‖θ‖² 的系数 λ：把参数的多少倍加到梯度上。',
  },
  clipValue: {
    en: 'No component of the gradient becomes larger than this, in either direction.',
    zh: '梯度每个分量的绝对值都不超过该值。',
  },
  clipNorm: {
    en: 'The gradient is shortened to this length where it is longer.',
    zh: '梯度长度超过该值时缩短到该值。',
  },
  noiseScale: { en: 'Standard deviation of the noise, before it fades.', zh: '噪声衰减之前的标准差。' },
  noiseDecay: {
    en: 'At update t the noise is divided by (1 + t) to this power; 0 keeps it as it is.',
    zh: '第 t 次更新时噪声除以 (1 + t) 的该次幂；0 表示不衰减。',
  },
  decay: {
    en: 'At every update the parameters lose this part of themselves, times the learning rate.',
    zh: '每次更新参数都减去自身的该比例乘以学习率。',
  },
};

const decoupled: LocalName = {
  en: 'At every update the parameters lose this part of themselves, times the learning rate, beside the step and not through the gradient.',
  zh: '每次更新参数都减去自身的该比例乘以学习率；这与步子分开进行，不经过梯度。',
};
const rearranged: LocalName = {
  en: 'Nesterov’s step, rearranged: the gradient is taken where the parameters are, and they run ahead along the velocity.',
  zh: '重新整理过的 Nesterov 步：梯度在参数当前的位置求得，参数再沿速度向前走一段。',
};
const insideRoot: LocalName = {
  en: 'Added inside the root of the denominator, where it counts as much as its own root outside: 1e-4 like 0.01.',
  zh: '加在分母的根号之内，其作用相当于在根号之外加上它的平方根：1e-4 相当于 0.01。',
};
const factorOfOwnRate: LocalName = {
  en: 'Multiplies the rate that the rule finds by itself; meant to be 1.',
  zh: '乘在规则自行确定的学习率上；通常取 1。',
};
const curvatures: LocalName = {
  en: 'How slowly the average of curvatures forgets.',
  zh: '曲率的滑动平均遗忘得多慢。',
};
const leastCurvature: LocalName = {
  en: 'Keeps the denominator from 0; it bounds the steps where the loss hardly curves.',
  zh: '使分母不为 0，限制损失几乎没有弯曲处的步长。',
};
const signedAverage: LocalName = {
  en: 'The weight of the average in the step, whose sign is taken; the rest is the gradient’s.',
  zh: '取符号之前，滑动平均所占的权重；其余为当前梯度的权重。',
};
const averagedGradient: LocalName = {
  en: 'How slowly the average of gradients forgets.',
  zh: '梯度的滑动平均遗忘得多慢。',
};
const towardsAverage: LocalName = {
  en: 'Where the gradient is taken: 0 is the point that steps move, 1 the average.',
  zh: '求梯度的位置：0 为每步移动的点，1 为平均点。',
};

/** Where a name means something else for one optimizer. */
const exceptions: Readonly<Record<string, Readonly<Record<string, LocalName>>>> = {
  sgd: {
    momentum: {
      en: 'The part of the velocity that is kept from one update to the next. At 0, SGD is gradient descent.',
      zh: '上一次更新的速度保留到下一次的比例。取 0 时，SGD 就是梯度下降。',
    },
    nesterov: rearranged,
  },
  shampoo: {
    eps: {
      en: 'What L and R have on their diagonals before the first update.',
      zh: '第一次更新之前 L 和 R 对角线上的数。',
    },
  },
  soap: {
    beta2: {
      en: 'How slowly L, R and the squares of the rotated gradients are forgotten.',
      zh: 'L、R 以及旋转后梯度的平方被遗忘得多慢。',
    },
  },
  adadelta: {
    eps: {
      en: 'Added to both averages inside their roots. The first steps come from it alone: a larger one makes them longer.',
      zh: '加在两个滑动平均的根号之内。最初几步全由它产生：越大，这几步越长。',
    },
  },
  adamax: {
    beta2: { en: 'How slowly the largest gradient so far is forgotten.', zh: '迄今最大的梯度被遗忘得多慢。' },
    eps: {
      en: 'Added to the size of every gradient before the largest is kept, so that nothing is divided by 0.',
      zh: '加在每个梯度的绝对值上再取最大值，使分母不为 0。',
    },
  },
  adabelief: {
    eps: {
      en: 'Added to the average at every update, and again to its root; it bounds the steps where gradients are as foreseen.',
      zh: '每次更新都加到滑动平均上，并再加到其平方根上；在梯度与预期一致时限制步长。',
    },
    beta2: {
      en: 'How slowly the average of squared surprises forgets: of gradient minus average.',
      zh: '偏差（梯度减其平均）平方的滑动平均遗忘得多慢。',
    },
  },
  yogi: {
    initialAccumulatorValue: {
      en: 'What the average of squared gradients starts from; a larger value makes the first steps smaller.',
      zh: '梯度平方的滑动平均的起始值；越大，最初几步越小。',
    },
  },
  adan: {
    beta2: {
      en: 'How slowly the average of changes of the gradient forgets, and how much of a change is added.',
      zh: '梯度变化量的滑动平均遗忘得多慢，以及变化量加入多少。',
    },
    beta3: { en: 'How slowly the average of squares forgets.', zh: '平方的滑动平均遗忘得多慢。' },
  },
  ademamix: {
    alpha: {
      en: 'How much the long average of gradients counts beside the short one.',
      zh: '梯度的长期平均相对短期平均的权重。',
    },
  },
  qhm: { momentum: averagedGradient },
  madgrad: {
    momentum: {
      en: 'How slowly the parameters follow the point that the sum of gradients makes.',
      zh: '参数跟随由梯度之和确定的点有多慢。',
    },
  },
  'schedule-free-sgd': { momentum: towardsAverage },
  'schedule-free-adamw': { beta1: towardsAverage, weightDecay: decoupled },
  sam: {
    rho: {
      en: 'How far uphill from the parameters the gradient is taken.',
      zh: '从参数处沿上坡方向走多远再求梯度。',
    },
  },
  polyak: {
    lr: {
      en: 'Multiplies the step; Polyak’s own is 1.',
      zh: '乘在步长上；Polyak 原方法取 1。',
    },
  },
  'barzilai-borwein': {
    lr: {
      en: 'The rate of the first update; afterwards the rule finds its own.',
      zh: '第一次更新的学习率；此后由规则自行确定。',
    },
  },
  dog: {
    eps: {
      en: 'What the sum of squared gradients starts from.',
      zh: '梯度平方和的起始值。',
    },
    lr: factorOfOwnRate,
  },
  sophia: {
    lr: {
      en: 'The most that a step moves a parameter: Newton’s step is cut to it.',
      zh: '每一步中参数最多移动的距离：牛顿步超过它时被截断。',
    },
    gamma: { en: 'A larger one cuts fewer steps.', zh: '越大，被截断的步子越少。' },
    beta2: curvatures,
    eps: leastCurvature,
  },
  rprop: {
    lr: {
      en: 'The size of the first step of every parameter; afterwards each has a step size of its own.',
      zh: '每个参数第一步的步长；此后各参数有自己的步长。',
    },
  },
  asgd: { alpha: { en: 'How steeply the rate falls with the number of updates.', zh: '学习率随更新次数下降得多陡。' } },
  'momentum-keras': { nesterov: rearranged },
  adamw: { weightDecay: decoupled },
  lion: { weightDecay: decoupled, beta1: signedAverage, beta2: averagedGradient },
  'cautious-lion': { weightDecay: decoupled, beta1: signedAverage, beta2: averagedGradient },
  'cautious-adamw': { weightDecay: decoupled },
  'adam-eps-inside': { eps: insideRoot },
  'rmsprop-tf': { eps: insideRoot },
  'd-adapt-adam': { lr: factorOfOwnRate },
  prodigy: { lr: factorOfOwnRate },
  adahessian: { beta2: curvatures, eps: leastCurvature },
};

/**
 * What a hyperparameter does.
 * @param optimizer key of the optimizer that it belongs to
 * @throws RangeError for a name that no optimizer of the catalogue has, nor the user's rule
 */
export function hyperHelp(name: string, optimizer?: string): LocalName {
  const own = optimizer !== undefined && Object.hasOwn(exceptions, optimizer) ? exceptions[optimizer] : undefined;
  if (own && Object.hasOwn(own, name)) return own[name] as LocalName;
  const known = Object.hasOwn(sentences, name) ? sentences[name] : undefined;
  const found = optimizer !== undefined && isOwnRule(optimizer) ? ofOwnRule(name, optimizer, known) : known;
  if (!found) throw new RangeError(`no hyperparameter ${name}`);
  return found;
}

/** Of a hyperparameter of a user's rule: what is known of one with its name, if it is one; otherwise its default. */
function ofOwnRule(name: string, text: string, known: LocalName | undefined): LocalName | undefined {
  if (known && hyperDomain(name, text).name === hyperDomain(name).name) return known;
  const declared = declaredIn(text, name);
  return declared && { en: `Default: ${declared.default}.`, zh: `默认值：${declared.default}。` };
}
