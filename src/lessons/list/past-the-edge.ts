import type { Lesson } from '../types';

/** known-results: Rosenbrock past 2/L. */
export const pastTheEdge: Lesson = {
  id: 'past-the-edge',
  chapter: 'descent',
  title: { en: 'Past the stability edge, and still bounded', zh: '越过稳定性边界，仍未失控' },
  about: { en: 'Does a rate past the stability edge always blow up?', zh: '学习率超过稳定性边界，就一定会失控吗？' },
  minutes: 5,
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.2, 1],
    steps: 20_000,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0019 } },
      { optimizer: 'gd', hyper: { lr: 0.0025 } },
    ],
  },
  screen: { selected: 1 },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'At the minimum the stability edge is 2/λₘₐₓ = 0.001997, where λₘₐₓ is the largest curvature. The first run has 0.0019, the second 0.0025. How does the second end?',
        zh: '极小值点处的稳定性边界是 2/λₘₐₓ = 0.001997，其中 λₘₐₓ 是最大曲率。第一条取 0.0019，第二条取 0.0025。第二条结局如何？',
      },
      answers: [
        {
          text: { en: 'Its numbers overflow', zh: '数值溢出' },
          claim: { kind: 'ends', run: 1, as: 'diverged' },
        },
        {
          text: { en: 'It jumps between two points for ever', zh: '永远在两个点之间来回跳' },
          claim: { kind: 'ends', run: 1, as: 'cycling', period: 2 },
        },
        {
          text: { en: 'It converges, only later', zh: '仍会收敛，只是更晚' },
          claim: { kind: 'ends', run: 1, as: 'converged' },
        },
      ],
      because: {
        en: 'It cannot rest at (1, 1): there the valley floor throws it from side to side. But farther back the valley is less curved. Where jump and curvature balance, near x = 0.865, it ends in a cycle of two points.',
        zh: '它在 (1, 1) 处无法停住，谷底会把它左右抛开。但往回一些，山谷的曲率较小。在 x ≈ 0.865 附近，跳跃与曲率达到平衡，它最终在两个点之间循环。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Lower the second run’s rate until it converges, but keep it as large as you can.',
        zh: '降低第二条轨迹的学习率，直到它收敛，但学习率要尽量大。',
      },
      hint: {
        en: 'The stability edge is 0.001997. Type a number a little below it.',
        zh: '稳定性边界是 0.001997。输入一个略小于它的数。',
      },
      claims: [{ kind: 'ends', run: 1, as: 'converged' }],
      solution: { runs: { 1: { hyper: { lr: 0.00199 } } } },
      par: { of: 'hyper', run: 1, name: 'lr', is: 0.00199, best: 'most' },
    },
    {
      kind: 'why',
      text: {
        en: '2/λₘₐₓ says only whether a run can rest at that minimum. What happens beyond it, the rest of the surface decides: a parabola throws the run out, a valley that bends may hold it. The Curvature tab below shows λₘₐₓ along the path.',
        zh: '2/λₘₐₓ 只说明轨迹能否在那个极小值点处停住。越过它之后怎样，取决于曲面的其余部分：抛物线会把它抛出去，弯曲的山谷却可能把它留住。下方“曲率”标签页画出了沿途的 λₘₐₓ。',
      },
    },
  ],
  claims: [
    { kind: 'ends', run: 0, as: 'converged' },
    { kind: 'arrives', run: 1, at: [0.865, 0.748], within: 0.03 },
  ],
};
