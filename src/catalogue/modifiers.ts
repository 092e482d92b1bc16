import { hyperDomain } from './hyperparameters';
import type { LocalName } from './types';

/** Something that a training loop does to gradients or parameters around any rule. */
export interface Modifier {
  readonly id: string;
  readonly name: LocalName;
  /** Its hyperparameters, by their names in the lines, with the value that each has when the modifier is added (limits and texts are in hyperparameters.ts). */
  readonly settings: Readonly<Record<string, number>>;
  /** True if it changes the training loss of models with hidden units, not the rule (DataModel.training). */
  readonly inLoss?: true;
  /** A formula applied to a gradient `g` that was taken at the point `p`. */
  readonly gradient?: string;
  /**
   * A formula applied to the product `h` of the Hessian with a vector `v`, and to the Hessian's diagonal `h` with 1 as `v`: what
   * changes the loss changes its second derivatives too.
   */
  readonly product?: string;
  /** A formula applied to a vector `v` before it is multiplied with the Hessian. */
  readonly direction?: string;
  /** A formula applied to the parameters `theta` after the rule; `before` is the point before the update. */
  readonly parameters?: string;
  /** The paper or library whose convention it follows. */
  readonly source: string;
}

/**
 * In the order in which they act. Dropout changes the loss whose gradient is taken. The penalty is added to the loss, so the
 * gradient and the Hessian include it. Frozen parameters have no gradient, so norms leave them out, and no second derivatives.
 * Clipping comes before noise, which it would otherwise clip; both change gradients alone, as PyTorch's clipping after `backward`.
 */
export const modifiers = [
  {
    id: 'dropout',
    name: { en: 'Dropout', zh: '随机失活' },
    settings: { dropout: 0.2 },
    inLoss: true,
    source:
      'Srivastava et al. (2014), Dropout: a simple way to prevent neural networks from overfitting; scaled in training, as in https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html',
  },
  {
    id: 'maximize',
    name: { en: 'Maximize', zh: '最大化' },
    settings: {},
    gradient: '-g',
    product: '-h',
    source: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html',
  },
  {
    id: 'l2',
    name: { en: 'L2 penalty', zh: 'L2 正则' },
    settings: { l2: 0.01 },
    gradient: 'g + l2*p',
    product: 'h + l2*v',
    source: 'Krogh and Hertz (1991), A simple weight decay can improve generalization',
  },
  {
    id: 'frozen',
    name: { en: 'Frozen parameters', zh: '冻结参数' },
    settings: {},
    gradient: 'if(free, g, 0)',
    product: 'if(free, h, 0)',
    direction: 'if(free, v, 0)',
    parameters: 'if(free, theta, before)',
    source: 'https://docs.pytorch.org/docs/stable/notes/autograd.html#setting-requires-grad',
  },
  {
    id: 'clipValue',
    name: { en: 'Clip by value', zh: '按值裁剪' },
    settings: { clipValue: 1 },
    gradient: 'clamp(g, -clipValue, clipValue)',
    source: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html',
  },
  {
    id: 'clipNorm',
    name: { en: 'Clip by norm', zh: '按范数裁剪' },
    settings: { clipNorm: 1 },
    gradient: 'g*min(1, clipNorm/(norm(g) + 1e-6))',
    source:
      'Pascanu et al. (2013), https://arxiv.org/abs/1211.5063; https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html',
  },
  {
    // Neelakantan et al. give the variance: their eta is c squared, their gamma twice ours. Here t counts updates from 1.
    id: 'noise',
    name: { en: 'Gradient noise', zh: '梯度噪声' },
    settings: { noiseScale: 0.1, noiseDecay: 0.275 },
    gradient: 'g + noiseScale/(1 + t)^noiseDecay*noise',
    source: 'Neelakantan et al. (2015), https://arxiv.org/abs/1511.06807',
  },
  {
    id: 'decay',
    name: { en: 'Decoupled decay', zh: '解耦权重衰减' },
    settings: { decay: 0.01 },
    parameters: 'theta - lr*decay*before',
    source: 'Loshchilov and Hutter (2019), https://arxiv.org/abs/1711.05101',
  },
] as const satisfies readonly Modifier[];

export type ModifierId = (typeof modifiers)[number]['id'];

const list: readonly Modifier[] = modifiers;

/** TeX for the names in the modifiers' lines. */
const symbols: ReadonlyMap<string, string> = new Map([
  ['before', '\\theta_{t-1}'],
  ['noise', '\\xi'],
  ...list.flatMap(({ settings }) => Object.keys(settings).map((name) => [name, hyperDomain(name).symbol] as const)),
]);

export const modifierSymbol = (name: string): string | undefined => symbols.get(name);
