import type { Lesson } from '../types';

/** Pascanu, Mikolov and Bengio 2013. */
export const clipping: Lesson = {
  id: 'clipping',
  chapter: 'help',
  title: { en: 'Gradient clipping', zh: '梯度裁剪' },
  about: { en: 'Does clipping make a rate safe?', zh: '裁剪能让过大的学习率变得安全吗？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'rosenbrock' },
    start: [-1.5, 2.5],
    steps: 400,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.0019 } },
      { optimizer: 'gd', hyper: { lr: 0.0019 }, modifiers: { clipNorm: 50 } },
    ],
  },
  screen: { units: 'equal', selected: 1 },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'At (−1.5, 2.5) the curvature is 1,900: a rate of 0.0019 is almost twice too large, and the gradient is 153 long. Run 2 shortens gradients above 50 to 50. How does it end after 400 updates?',
        zh: '在 (−1.5, 2.5) 处曲率为 1900，学习率 0.0019 几乎大了一倍，梯度长 153。第 2 条把超过 50 的梯度缩短到 50。400 次更新后它会怎样？',
      },
      answers: [
        {
          text: { en: 'Calmly on the valley’s floor', zh: '平静地沿谷底前进' },
          claim: { kind: 'strides', run: 1, at: 399, to: 0.02 },
        },
        {
          text: { en: 'Still swinging from wall to wall, but bounded', zh: '仍在两壁之间摆动，但没有失控' },
          claim: { kind: 'strides', run: 1, at: 399, from: 0.05, to: 0.2 },
        },
        {
          text: { en: 'Its numbers overflow, only later than run 1’s', zh: '数值溢出，只比第 1 条晚' },
          claim: { kind: 'ends', run: 1, as: 'diverged' },
        },
      ],
      because: {
        en: 'Clipping keeps the direction and limits the step to η · 50 = 0.095. So it cannot be thrown out as run 1 is, within a dozen updates. But the rate is still too large for the walls: every step crosses the floor again.',
        zh: '裁剪保持方向，把步长限制在 η · 50 = 0.095，因此不会像第 1 条那样在十二次更新内被抛出去。但对谷壁来说学习率仍然过大：每一步都再次越过谷底。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Lower the rate of run 2 until it is calm: its last steps shorter than 0.01.',
        zh: '降低第 2 条的学习率，直到它平静下来：最后的步长小于 0.01。',
      },
      hint: {
        en: 'Where the curvature is 2000, only rates below 2/2000 = 0.001 are stable. Try 0.0008.',
        zh: '曲率为 2000 处，学习率小于 2/2000 = 0.001 才稳定。试试 0.0008。',
      },
      claims: [
        { kind: 'strides', run: 1, at: 399, to: 0.01 },
        { kind: 'strides', run: 1, at: 400, to: 0.01 },
        { kind: 'falls', run: 1 },
      ],
      solution: { runs: { 1: { hyper: { lr: 0.0008 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'Clipping is a safety net for rare, huge gradients. It does not cure a rate that is too large everywhere: it turns an explosion into a swing.',
        zh: '裁剪是应付罕见的巨大梯度的安全网。它治不了处处过大的学习率，只是把爆炸变成摆动。',
      },
    },
  ],
  claims: [
    { kind: 'diverges', run: 0, from: 5, to: 12 },
    { kind: 'strides', run: 1, at: 1, from: 0.0949, to: 0.0951 },
    { kind: 'strides', run: 1, at: 398, from: 0.09, to: 0.1 },
    { kind: 'loss', run: 1, from: 5, to: 7 },
  ],
};

/** Goyal et al. 2017 warm up for the same reason: the first gradients are the largest. */
export const warmingUp: Lesson = {
  id: 'warming-up',
  chapter: 'help',
  title: { en: 'Warm-up', zh: '学习率预热' },
  about: { en: 'Why begin with a small rate?', zh: '为什么要从小的学习率开始？' },
  minutes: 4,
  experiment: {
    version: 1,
    problem: { id: 'beale' },
    start: [3, 2],
    steps: 300,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.02 } },
      { optimizer: 'gd', hyper: { lr: 0.02 }, schedule: { warmup: { startFactor: 0.1, steps: 20 } } },
    ],
  },
  screen: { units: 'equal', selected: 1 },
  steps: [
    {
      kind: 'predict',
      question: {
        en: 'Beale’s function is very steep at the start (3, 2) and flat later. Run 1 has a rate of 0.02; run 2 begins at a tenth of it and rises to 0.02 over its first 20 updates. How does run 2 end?',
        zh: 'Beale 函数在起点 (3, 2) 处很陡，往后变平。第 1 条的学习率是 0.02；第 2 条从它的十分之一开始，在前 20 次更新中升到 0.02。第 2 条最后怎样？',
      },
      answers: [
        {
          text: { en: 'Thrown out as well, once it reaches 0.02', zh: '一升到 0.02 也被抛出去' },
          claim: { kind: 'grows', run: 1 },
        },
        { text: { en: 'At a loss below 0.01', zh: '损失小于 0.01' }, claim: { kind: 'loss', run: 1, to: 0.01 } },
        {
          text: { en: 'Stuck at a loss above 0.1', zh: '卡在损失大于 0.1 处' },
          claim: { kind: 'loss', run: 1, from: 0.1 },
        },
      ],
      because: {
        en: 'With small steps it comes down the steep side first. When the rate has risen, it stands where 0.02 is stable, and its loss falls at every update. Run 1 overflows within a few updates.',
        zh: '它先用小步子走下陡坡；等学习率升上来，已站在 0.02 稳定的地方，每次更新损失都在下降。第 1 条几次更新之后就溢出了。',
      },
    },
    {
      kind: 'do',
      task: {
        en: 'Bring run 1 down without a warm-up: change its rate so that its loss ends below 0.3.',
        zh: '不用预热，让第 1 条也走下来：改变它的学习率，使最后的损失小于 0.3。',
      },
      hint: {
        en: 'It must be small enough for the steep start. Try 0.002.',
        zh: '必须小到适合陡峭的起点。试试 0.002。',
      },
      claims: [{ kind: 'loss', run: 0, to: 0.3 }],
      solution: { runs: { 0: { hyper: { lr: 0.002 } } } },
    },
    {
      kind: 'why',
      text: {
        en: 'A constant rate has to suit the steepest place of the whole path, and then it is slow everywhere else. A warm-up helps where the steep part comes first, as at random initial weights. Where the way grows steeper later it does not.',
        zh: '恒定的学习率必须适合整条路上最陡的地方，于是在别处都太慢。陡的部分在开头时（例如随机初始权重处），预热有用；若后面的路反而更陡，就没有用。',
      },
    },
  ],
  claims: [
    { kind: 'diverges', run: 0, from: 2, to: 12 },
    { kind: 'peaks', run: 1, to: 1.000001 },
  ],
};
