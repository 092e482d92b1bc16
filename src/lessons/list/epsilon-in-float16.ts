import type { Lesson } from '../types';

/** At 2 the gradient is 0.004, and 0.001 g² = 1.6e-8: less than half of 6e-8, the smallest number of float16, as is epsilon. */
export const epsilonInFloat16: Lesson = {
  id: 'epsilon-in-float16',
  chapter: 'scale',
  title: { en: 'Why ε = 10⁻⁸ breaks float16', zh: 'ε = 10⁻⁸ 为什么会毁掉 float16' },
  about: { en: 'What is Adam without its epsilon?', zh: '没有 ε 的 Adam 会怎样？' },
  minutes: 3,
  experiment: {
    version: 1,
    problem: { loss: '0.001*x^2', parameters: ['x'] },
    start: [2],
    steps: 200,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.05 }, precision: 'bfloat16' },
      { optimizer: 'adam', hyper: { lr: 0.05 }, precision: 'float16' },
    ],
  },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Adam with its usual ε = 10⁻⁸, on a flat loss: at the start the gradient is 0.004. Run 1 is in bfloat16, run 2 in float16, whose smallest positive number is 6·10⁻⁸. What becomes of run 2?',
        zh: 'Adam，ε 取默认值 10⁻⁸，损失很平坦：起点处梯度为 0.004。第 1 条用 bfloat16，第 2 条用 float16，后者最小的正数是 6·10⁻⁸。第 2 条会怎样？',
      },
      answers: [
        {
          text: { en: 'It arrives at 0, as run 1', zh: '和第 1 条一样到达 0' },
          claim: { kind: 'arrives', run: 1, within: 0.05, at: [0] },
        },
        {
          text: { en: 'It stays where it is', zh: '停在原地' },
          claim: { kind: 'arrives', run: 1, within: 0, at: [2] },
        },
        {
          text: { en: 'Its first update is infinite', zh: '第一次更新就是无穷' },
          claim: { kind: 'diverges', run: 1, from: 1, to: 1 },
        },
      ],
      because: {
        en: 'In float16 v = 0.001 · 0.004² = 1.6·10⁻⁸ rounds to 0, and so does ε: the update is a number divided by 0 + 0. bfloat16 has the range of float32, and 10⁻⁸ is a number like any other.',
        zh: '在 float16 中，v = 0.001 · 0.004² = 1.6·10⁻⁸ 舍入为 0，ε 也一样：更新成了某个数除以 0 + 0。bfloat16 的范围与 float32 相同，10⁻⁸ 不过是个普通的数。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Bring run 2 to within 0.05 of 0, by its ε alone.',
        zh: '只改变第 2 条的 ε，使它到达离 0 不超过 0.05 处。',
      },
      hint: {
        en: 'ε has to be a number of float16. Try 10⁻³; its row is behind the button below the rate.',
        zh: 'ε 必须是 float16 能表示的数。试试 10⁻³；它在学习率下方的按钮里。',
      },
      claims: [{ kind: 'arrives', run: 1, within: 0.05, at: [0] }],
      solution: { runs: { 1: { hyper: { eps: 0.001 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'An ε that float16 has keeps the division defined, but v is 0 all the same: what is left is momentum with the rate η/ε. A float32 master copy, with v in float32, leaves Adam as it is.',
        zh: '取 float16 能表示的 ε，除法就有意义了，但 v 仍然是 0：剩下的只是学习率为 η/ε 的动量法。用 float32 主副本，v 也以 float32 保存，Adam 才保持原样。',
      },
    },
  ],
  claims: [{ kind: 'arrives', run: 0, within: 0.05, at: [0] }],
};
