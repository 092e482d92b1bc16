import type { Question } from '../types';

export const float16OrBfloat16: Question = {
  id: 'float16-or-bfloat16',
  topic: 'trouble',
  question: { en: 'float16 or bfloat16?', zh: 'float16 还是 bfloat16？' },
  wordings: {
    en: [
      'fp16 vs bf16, which half precision format',
      'NaN or inf with Adam in half precision, eps 1e-8 underflows to zero in fp16',
      'range and precision of 16-bit floating point numbers',
    ],
    zh: [
      'fp16 与 bf16 的区别，选哪种半精度',
      '半精度 Adam 出现 NaN 或 inf，eps 在 fp16 中下溢为零',
      '16 位浮点数的范围与精度',
    ],
  },
  answer: {
    en: 'float16 has 11 bits of precision, but its numbers lie between 6·10⁻⁸ and 65504; bfloat16 has 8 bits and the range of float32. In the example the gradients are so small that both Adam’s v and its ε = 10⁻⁸ round to 0 in float16: its first update divides by 0. In bfloat16 the run arrives. Where nothing leaves the range, float16 is the finer of the two: on (x − 1)²/2 plain descent at 0.01 stops at 1.05 in float16 and at 1.39 in bfloat16.',
    zh: 'float16 有 11 位精度，但它的数只在 6·10⁻⁸ 到 65504 之间；bfloat16 只有 8 位，范围却与 float32 相同。示例中的梯度很小，Adam 的 v 和 ε = 10⁻⁸ 在 float16 中都舍入为 0，第一次更新就除以 0；用 bfloat16 的轨迹则能到达。不超出范围时，float16 更精细：在 (x − 1)²/2 上以 0.01 做梯度下降，float16 停在 1.05，bfloat16 停在 1.39。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.001*x^2', parameters: ['x'] },
    start: [2],
    steps: 200,
    runs: [
      { optimizer: 'adam', hyper: { lr: 0.05 }, precision: 'float16' },
      { optimizer: 'adam', hyper: { lr: 0.05 }, precision: 'bfloat16' },
    ],
  },
  lesson: 'epsilon-in-float16',
  claims: [
    { kind: 'diverges', run: 0, from: 1, to: 1 },
    { kind: 'arrives', run: 1, at: [0], within: 0.05 },
    ...(['float16', 'bfloat16'] as const).map((precision, k) => ({
      kind: 'instead' as const,
      changes: {
        problem: { loss: '(x - 1)^2/2' },
        start: [3],
        steps: 600,
        runs: [
          { optimizer: 'gd', hyper: { lr: 0.01 }, precision },
          { optimizer: 'gd', hyper: { lr: 0.01 }, precision },
        ],
      },
      claim: { kind: 'arrives' as const, run: 0, at: [[1.048828125], [1.390625]][k] ?? [], within: 0 },
    })),
  ],
};
