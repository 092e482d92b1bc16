import { declaredIn, isOwnRule, ownDomain } from './ownRules';
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
  extra: Extra = {},
): HyperDomain => ({
  symbol,
  min: limits[0],
  max: limits[1],
  slider,
  name,
  ...extra,
});

const flag = (symbol: string, name: LocalName): HyperDomain => ({
  symbol: `\\mathrm{${symbol}}`,
  min: 0,
  max: 1,
  slider: { scale: 'flag' },
  name,
});

/**
 * Every hyperparameter of the catalogue, by its name in the rules: PyTorch's name in camel case. The limits are wide enough
 * to break a method, which is what this page is for: PyTorch refuses a decay rate of 1, here its 0/0 can be seen.
 */
const domains: Readonly<Record<string, HyperDomain>> = {
  lr: numeric('\\eta', [0, 1000], log(1e-6, 10), { en: 'learning rate', zh: '学习率' }),
  momentum: numeric('\\mu', [0, 2], { min: 0, max: 0.999, scale: 'oneMinus' }, { en: 'momentum', zh: '动量' }),
  dampening: numeric('\\tau', [0, 1], fractions, { en: 'dampening', zh: '动量阻尼' }),
  weightDecay: numeric(
    '\\lambda',
    [0, 10],
    { min: 0, max: 0.5, scale: 'linear' },
    { en: 'weight decay', zh: '权重衰减' },
  ),
  nesterov: flag('nesterov', { en: 'Nesterov', zh: 'Nesterov 动量' }),
  maximize: flag('maximize', { en: 'maximize', zh: '最大化' }),
  lrDecay: numeric(
    '\\gamma',
    [0, 10],
    { min: 0, max: 0.5, scale: 'linear' },
    { en: 'learning rate decay', zh: '学习率衰减' },
  ),
  initialAccumulatorValue: numeric(
    's_0',
    [0, 1e6],
    { min: 0, max: 10, scale: 'linear' },
    { en: 'initial accumulator', zh: '累加器初值' },
  ),
  eps: numeric('\\epsilon', [0, 10], log(1e-10, 1), { en: 'epsilon', zh: '数值稳定项 ε' }),
  rho: numeric('\\rho', [0, 1], decays, { en: 'decay rate', zh: '衰减率' }),
  alpha: numeric('\\alpha', [0, 1], decays, { en: 'smoothing constant', zh: '平滑系数' }),
  centered: flag('centered', { en: 'centered', zh: '中心化' }),
  beta1: numeric('\\beta_1', [0, 1], decays, { en: 'first-moment decay rate', zh: '一阶矩衰减率' }),
  beta2: numeric(
    '\\beta_2',
    [0, 1],
    { min: 0, max: 0.99999, scale: 'oneMinus' },
    { en: 'second-moment decay rate', zh: '二阶矩衰减率' },
  ),
  amsgrad: flag('amsgrad', { en: 'AMSGrad', zh: 'AMSGrad' }),
  momentumDecay: numeric('\\psi', [0, 1], log(1e-4, 1), { en: 'momentum decay', zh: '动量衰减' }),
  decoupledWeightDecay: flag('decoupled', { en: 'decoupled weight decay', zh: '解耦权重衰减' }),
  lambd: numeric('\\lambda_d', [0, 10], log(1e-6, 1), { en: 'decay term', zh: '衰减项' }),
  t0: numeric('t_0', [0, 1e9], log(1, 1e6), { en: 'averaging starts', zh: '开始平均的步数' }, { integer: true }),
  etaMinus: numeric(
    '\\eta^-',
    [0, 1],
    { min: 0.01, max: 0.99, scale: 'linear' },
    { en: 'step decrease', zh: '步长缩小因子' },
  ),
  etaPlus: numeric(
    '\\eta^+',
    [1, 10],
    { min: 1.01, max: 3, scale: 'linear' },
    { en: 'step increase', zh: '步长增大因子' },
  ),
  minStep: numeric('\\Delta_{\\mathrm{min}}', [0, 1000], log(1e-9, 1), { en: 'smallest step', zh: '最小步长' }),
  maxStep: numeric('\\Delta_{\\mathrm{max}}', [0, 1e6], log(1e-3, 100), { en: 'largest step', zh: '最大步长' }),
  beta3: numeric(
    '\\beta_3',
    [0, 1],
    { min: 0, max: 0.99999, scale: 'oneMinus' },
    { en: 'long average’s decay rate', zh: '长期平均的衰减率' },
  ),
  nu: numeric('\\nu', [0, 1], fractions, { en: 'weight of the average', zh: '滑动平均的权重' }),
  nu1: numeric('\\nu_1', [0, 1], fractions, { en: 'weight of the average', zh: '滑动平均的权重' }),
  nu2: numeric('\\nu_2', [0, 1], fractions, { en: 'weight of the averaged squares', zh: '平方平均的权重' }),
  syncPeriod: numeric(
    'k',
    [1, 1e6],
    { min: 1, max: 50, scale: 'linear' },
    { en: 'fast updates', zh: '快速更新次数' },
    { integer: true },
  ),
  slowStep: numeric('\\alpha', [0, 2], fractions, { en: 'slow step', zh: '慢权重步长' }),
  gamma: numeric(
    '\\gamma',
    [0, 10],
    { min: 0, max: 1, scale: 'linear' },
    { en: 'variance reduction', zh: '方差缩减系数' },
  ),
  trust: numeric('\\kappa', [0, 10], log(1e-4, 1), { en: 'trust coefficient', zh: '信任系数' }),
  fstar: numeric(
    'f_{\\mathrm{min}}',
    [-1e6, 1e6],
    { min: -100, max: 100, scale: 'linear' },
    { en: 'least loss', zh: '损失最小值' },
  ),
  short: flag('short', { en: 'short step', zh: '短步长' }),
  repsRel: numeric('r_\\epsilon', [0, 10], log(1e-8, 1), { en: 'first distance', zh: '初始距离' }),
  d0: numeric('d_0', [0, 1e6], log(1e-8, 1), { en: 'first distance', zh: '初始距离' }),
  hessianPower: numeric('k', [0, 2], fractions, { en: 'power of the Hessian', zh: '海森矩阵的幂次' }),
  hessianInterval: numeric(
    'k',
    [1, 1e6],
    log(1, 1000),
    { en: 'updates between curvatures', zh: '曲率更新间隔' },
    { integer: true },
  ),
  // Hyperparameters of the modifiers, which any rule may have in addition to its own.
  dropout: numeric('p', [0, 0.9], { min: 0, max: 0.9, scale: 'linear' }, { en: 'dropout', zh: '丢弃概率' }),
  l2: numeric('\\lambda_2', [0, 10], log(1e-5, 1), { en: 'L2 penalty', zh: 'L2 正则系数' }),
  clipValue: numeric('c_v', [0, 1e9], log(1e-3, 100), { en: 'largest component', zh: '分量上限' }),
  clipNorm: numeric('c_n', [0, 1e9], log(1e-3, 100), { en: 'largest norm', zh: '范数上限' }),
  noiseScale: numeric('c_\\xi', [0, 1e6], log(1e-3, 10), { en: 'noise', zh: '噪声强度' }),
  noiseDecay: numeric(
    '\\gamma_\\xi',
    [0, 10],
    { min: 0, max: 2, scale: 'linear' },
    { en: 'fading of the noise', zh: '噪声衰减指数' },
  ),
  decay: numeric('\\lambda_w', [0, 10], log(1e-5, 1), { en: 'decoupled decay', zh: '解耦权重衰减' }),
};

/** Those of classical methods. A rule of the user's with such a name means something else by it. */
const ofMethods: Readonly<Record<string, HyperDomain>> = {
  firstStep: numeric('\\alpha_0', [1e-9, 1e6], log(1e-4, 10), { en: 'first trial step', zh: '首个试探步长' }),
  shrink: numeric(
    '\\rho',
    [0.01, 0.99],
    { min: 0.1, max: 0.9, scale: 'linear' },
    { en: 'shrink factor', zh: '缩减因子' },
  ),
  c1: numeric('c_1', [1e-9, 0.99], log(1e-4, 0.5), { en: 'sufficient decrease', zh: '充分下降系数' }),
  c2: numeric(
    'c_2',
    [1e-6, 0.999],
    { min: 0.1, max: 0.9, scale: 'linear' },
    { en: 'curvature condition', zh: '曲率条件系数' },
  ),
  gtol: numeric('\\epsilon', [0, 1], log(1e-12, 1e-2), { en: 'tolerance', zh: '容差' }),
  memory: numeric(
    'm',
    [1, 100],
    { min: 1, max: 20, scale: 'linear' },
    { en: 'memory', zh: '记忆步数' },
    { integer: true },
  ),
  radius: numeric('\\Delta_0', [1e-9, 1e6], log(1e-2, 100), { en: 'first radius', zh: '初始半径' }),
  maxRadius: numeric('\\Delta_{\\mathrm{max}}', [1e-9, 1e6], log(1e-1, 1e3), { en: 'largest radius', zh: '最大半径' }),
  accept: numeric('\\eta', [0, 0.24], { min: 0, max: 0.24, scale: 'linear' }, { en: 'acceptance', zh: '接受阈值' }),
  edge: numeric('a', [1e-9, 1e6], log(1e-3, 10), { en: 'edge of the simplex', zh: '单纯形边长' }),
  tol: numeric('\\epsilon', [0, 1], log(1e-12, 1e-2), { en: 'tolerance', zh: '容差' }),
};

/** The same hyperparameter under another name. */
const renamed = (id: string, name: LocalName): HyperDomain => {
  const domain = domains[id];
  if (!domain) throw new RangeError(`no hyperparameter ${id}`);
  return { ...domain, name };
};

const factorOfOwnRate = renamed('lr', { en: 'factor of the rate', zh: '学习率的倍数' });
const lionBetas = {
  beta1: renamed('beta1', { en: 'weight of the average', zh: '滑动平均的权重' }),
  beta2: renamed('beta2', { en: 'decay rate of the average', zh: '滑动平均的衰减率' }),
};
const gradientPoint: LocalName = { en: 'gradient point', zh: '求梯度的位置' };

/** Names that mean something else for one optimizer: PyTorch uses `alpha` for two things. */
const exceptions: Readonly<Record<string, Readonly<Record<string, HyperDomain>> | undefined>> = {
  adamax: { beta2: renamed('beta2', { en: 'decay rate of the largest gradient', zh: '最大梯度的衰减率' }) },
  lion: lionBetas,
  'cautious-lion': lionBetas,
  adan: {
    beta2: renamed('beta2', { en: 'decay rate of changes', zh: '变化量的衰减率' }),
    beta3: renamed('beta3', { en: 'decay rate of squares', zh: '平方的衰减率' }),
  },
  ademamix: {
    alpha: numeric(
      '\\alpha',
      [0, 100],
      { min: 0, max: 10, scale: 'linear' },
      { en: 'weight of the long average', zh: '长期平均的权重' },
    ),
  },
  qhm: { momentum: renamed('momentum', { en: 'decay rate', zh: '衰减率' }) },
  'schedule-free-sgd': { momentum: renamed('momentum', gradientPoint) },
  'schedule-free-adamw': { beta1: renamed('beta1', gradientPoint) },
  sam: { rho: numeric('\\rho', [0, 100], log(1e-3, 10), { en: 'radius', zh: '半径' }) },
  polyak: { lr: renamed('lr', { en: 'factor of the step', zh: '步长倍数' }) },
  'barzilai-borwein': { lr: renamed('lr', { en: 'first rate', zh: '初始学习率' }) },
  dog: { lr: factorOfOwnRate },
  'd-adapt-adam': { lr: factorOfOwnRate },
  prodigy: { lr: factorOfOwnRate },
  sophia: { gamma: numeric('\\gamma', [0, 1e6], log(1e-4, 10), { en: 'weight of the curvature', zh: '曲率的权重' }) },
  asgd: { alpha: numeric('\\alpha', [0, 1], fractions, { en: 'power of the decay', zh: '衰减幂次' }) },
};

/**
 * Limits, slider and name of a hyperparameter; hyperparameterHelp.ts has a sentence about it.
 * @param optimizer key of the optimizer that it belongs to, for names that mean different things (`alpha`)
 * @throws RangeError for a name that no optimizer of the catalogue has, nor the user's rule
 */
export function hyperDomain(name: string, optimizer?: string): HyperDomain {
  const isOwn = optimizer !== undefined && isOwnRule(optimizer);
  const tables = [exceptions[optimizer ?? ''], domains, isOwn ? undefined : ofMethods];
  const known = tables.find((table) => table && Object.hasOwn(table, name))?.[name];
  const declared = isOwn ? declaredIn(optimizer, name) : undefined;
  const found = declared ? ownDomain(declared, known) : known;
  if (!found) throw new RangeError(`no hyperparameter ${name}`);
  return found;
}
