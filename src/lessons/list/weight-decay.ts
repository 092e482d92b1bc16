import type { Lesson } from '../types';

const booth = { version: 1, problem: { id: 'booth' }, start: [-6, 4], steps: 400 } as const;

/** Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization. */
export const decayOfSgd: Lesson = {
  id: 'decay-of-sgd',
  chapter: 'regularization',
  title: { en: 'L2 or weight decay, with SGD', zh: '用 SGD：L2 还是权重衰减' },
  about: { en: 'Is weight decay the same as an L2 penalty?', zh: '权重衰减就是 L2 惩罚吗？' },
  minutes: 4,
  experiment: {
    ...booth,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 } },
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 }, modifiers: { l2: 0.5 } },
      { optimizer: 'sgd', hyper: { lr: 0.01, momentum: 0.9 }, modifiers: { decay: 0.5 } },
    ],
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'SGD with momentum 0.9. Run 2 adds 0.5 times the parameters θ to the gradient (L2), run 3 takes η · 0.5 θ off them outside the rule (decoupled decay). Which ends farther from the minimum (1, 3)?',
        zh: '动量为 0.9 的 SGD。第 2 条在梯度中加上参数 θ 的 0.5 倍（L2），第 3 条在规则之外从参数中减去 η · 0.5 θ（解耦衰减）。哪条最后离极小值点 (1, 3) 更远？',
      },
      answers: [
        { text: { en: 'L2 (run 2)', zh: 'L2（第 2 条）' }, claim: { kind: 'lower', run: 2, than: 1, times: 2 } },
        { text: { en: 'Decay (run 3)', zh: '衰减（第 3 条）' }, claim: { kind: 'lower', run: 1, than: 2, times: 2 } },
        { text: { en: 'Both the same', zh: '一样远' }, claim: { kind: 'together', runs: [1, 2], within: 0.01 } },
      ],
      because: {
        en: 'Inside, the penalty goes through the velocity and is multiplied by 1/(1 − μ) = 10, like every gradient. Outside it is not. Run 2 stalls 0.29 away from the minimum, run 3 only 0.035.',
        zh: '放在梯度之内，惩罚会经过速度，像每个梯度一样被放大 1/(1 − μ) = 10 倍；放在之外则不会。第 2 条停滞在离极小值点 0.29 处，第 3 条只有 0.035。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the decay of run 3 so that it ends within 0.03 of where run 2 does, (1.146, 2.746).',
        zh: '改变第 3 条的衰减，使它最后停在第 2 条终点 (1.146, 2.746) 的 0.03 以内。',
      },
      hint: { en: 'The velocity multiplies by 10.', zh: '速度放大了 10 倍。' },
      claims: [{ kind: 'arrives', run: 2, at: [1.146, 2.746], within: 0.03 }],
      solution: { runs: { 2: { modifiers: { decay: 5 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'For plain gradient descent the two are one. Any state between gradient and step, such as a velocity, makes them two methods with different numbers.',
        zh: '对普通梯度下降，二者是一回事。只要梯度与步子之间有状态（例如速度），它们就成了数值不同的两种方法。',
      },
    },
  ],
  claims: [
    { kind: 'ends', run: 0, as: 'converged' },
    { kind: 'passes', run: 1, row: 400, at: [1.146, 2.746], within: 0.002 },
    { kind: 'ends', run: 1, as: 'stalled' },
    { kind: 'misses', run: 1, by: 0.28 },
    { kind: 'arrives', run: 2, within: 0.04 },
    { kind: 'misses', run: 2, by: 0.03 },
  ],
};

export const decayOfAdam: Lesson = {
  id: 'decay-of-adam',
  chapter: 'regularization',
  title: { en: 'L2 or weight decay, with Adam', zh: '用 Adam：L2 还是权重衰减' },
  about: { en: 'What does the W in AdamW mean?', zh: 'AdamW 的 W 是什么意思？' },
  minutes: 4,
  experiment: {
    ...booth,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.1 }, modifiers: { l2: 0.5 } },
      { optimizer: 'adam', hyper: { lr: 0.1 }, modifiers: { decay: 0.5 } },
      { optimizer: 'adamw', hyper: { lr: 0.1, weightDecay: 0.5 } },
    ],
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Run 1 is Adam with 0.5 θ inside the gradient (L2), run 2 Adam with a decay of 0.5 outside, run 3 AdamW with 0.5. On whose path does AdamW lie?',
        zh: '第 1 条是在梯度中加 0.5 θ 的 Adam（L2），第 2 条是在规则之外衰减 0.5 的 Adam，第 3 条是衰减 0.5 的 AdamW。AdamW 与谁重合？',
      },
      answers: [
        { text: { en: 'Adam with L2', zh: '带 L2 的 Adam' }, claim: { kind: 'together', runs: [0, 2], within: 1e-3 } },
        {
          text: { en: 'Adam with decay outside', zh: '在规则之外衰减的 Adam' },
          claim: { kind: 'together', runs: [1, 2], within: 1e-3 },
        },
        {
          text: { en: 'Adam without either', zh: '两者都没有的 Adam' },
          claim: { kind: 'arrives', run: 2, within: 0.1 },
        },
      ],
      because: {
        en: 'Adam divides the gradient by its own size, and L2 inside is divided with it: where gradients are large it hardly counts. Decay outside is not divided, and pulls run 2 and AdamW 1.4 away from the minimum, L2 only 0.29.',
        zh: 'Adam 用梯度自身的大小去除梯度，放在之内的 L2 也一起被除：梯度大的地方，它几乎不起作用。放在之外的衰减不会被除，把第 2 条和 AdamW 拉到离极小值点 1.4 处，L2 只有 0.29。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Change the L2 penalty of run 1 until its loss ends above 7, where decay leaves run 2.',
        zh: '改变第 1 条的 L2 惩罚，直到最后的损失大于 7，即衰减使第 2 条停留之处。',
      },
      hint: { en: 'Ten times 0.5 is not enough. Try 10.', zh: '0.5 的十倍还不够。试试 10。' },
      claims: [{ kind: 'loss', run: 0, from: 7.1 }],
      solution: { runs: { 0: { modifiers: { l2: 10 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'With decay outside, the pull towards 0 is the same for every parameter, whatever its gradients. That makes its strength easier to choose, and is why AdamW replaced Adam with L2.',
        zh: '衰减放在之外时，无论梯度大小，每个参数被拉向 0 的力度都一样。力度因此更容易选，这也是 AdamW 取代“Adam 加 L2”的原因。',
      },
    },
  ],
  claims: [
    { kind: 'apart', runs: [0, 1], by: 1 },
    { kind: 'arrives', run: 0, within: 0.3 },
    { kind: 'misses', run: 0, by: 0.28 },
    { kind: 'misses', run: 1, by: 1.35 },
    { kind: 'loss', run: 1, from: 6.9, to: 7.1 },
  ],
};
