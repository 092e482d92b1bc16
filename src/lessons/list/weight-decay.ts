import type { Lesson } from '../types';

const booth = { version: 1, problem: { id: 'booth' }, start: [-6, 4], steps: 400 } as const;

/** Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization. */
export const decayOfSgd: Lesson = {
  id: 'decay-of-sgd',
  chapter: 'regularization',
  title: { en: 'L2 or weight decay? SGD', zh: 'L2 还是权重衰减？SGD' },
  about: {
    en: 'The same 0.5, inside the gradient (L2) and outside it (decoupled decay), for SGD with momentum 0.9. Inside, it goes through the velocity and is multiplied by 1/(1 − μ) like every gradient; outside it is not. Both are held short of the minimum (1, 3), by different amounts.',
    zh: '同样的 0.5，一个放在梯度之内（L2），一个放在梯度之外（解耦衰减），动量为 0.9 的 SGD。放在之内会经过速度，像梯度一样被放大 1/(1 − μ) 倍；放在之外则不会。两者都停在最小值 (1, 3) 之前，距离却不同。',
  },
  experiment: {
    ...booth,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 }, modifiers: { l2: 0.5 } },
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 }, modifiers: { decay: 0.5 } },
    ],
  },
  claims: [
    { kind: 'arrives', run: 0, within: 1e-3 },
    { kind: 'misses', run: 1, by: 0.2 },
    { kind: 'misses', run: 2, by: 0.02 },
    { kind: 'apart', runs: [1, 2], by: 0.2 },
  ],
};

export const decayOfAdam: Lesson = {
  id: 'decay-of-adam',
  chapter: 'regularization',
  title: { en: 'L2 or weight decay? Adam', zh: 'L2 还是权重衰减？Adam' },
  about: {
    en: 'Adam divides the gradient by its own size, and L2 inside the gradient is divided with it: where gradients are large it hardly counts. Decay outside is not divided. AdamW is the second, and not Adam with L2: its path is the one of Adam with decoupled decay.',
    zh: 'Adam 用梯度自身的大小去除梯度，放在梯度之内的 L2 也一起被除：梯度大的地方它几乎不起作用。放在之外的衰减不会被除。AdamW 属于后者，而不是加了 L2 的 Adam：它与解耦衰减的 Adam 轨迹重合。',
  },
  experiment: {
    ...booth,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 }, modifiers: { l2: 0.5 } },
      { optimizer: 'adam', hyper: { lr: 0.1 }, modifiers: { decay: 0.5 } },
      { optimizer: 'adamw', hyper: { lr: 0.1, weightDecay: 0.5 } },
    ],
  },
  claims: [
    { kind: 'together', runs: [1, 2], within: 1e-3 },
    { kind: 'apart', runs: [0, 1], by: 1 },
    { kind: 'lower', run: 0, than: 1, times: 10 },
  ],
};
