import type { Question } from '../types';

export const float32AndTinyUpdates: Question = {
  id: 'float32-and-tiny-updates',
  topic: 'trouble',
  question: { en: 'Can updates be too small for float32?', zh: '更新太小，float32 会丢掉吗？' },
  wordings: {
    en: [
      'float32 precision and very small updates, rounding, single precision, underflow',
      'weights do not change although the gradient is not zero',
      'update is lost, half precision, mixed precision',
    ],
    zh: ['单精度、舍入误差、精度不够', '梯度不为零但参数不变', '极小的更新被舍去，半精度、混合精度'],
  },
  answer: {
    en: 'Yes. Near 1000 neighbouring float32 numbers are 0.00006 apart, and a sum is rounded to the nearest of them: a step of 0.00002 changes nothing, however often it is repeated, although the gradient is −1. Steps of 0.0001 move it. In float64 both move.',
    zh: '会。在 1000 附近，相邻两个 float32 数相差 0.00006，求和结果舍入到最近的一个：0.00002 的步子无论重复多少次都毫无作用，尽管梯度是 −1。0.0001 的步子则能移动它。换成 float64，两者都会移动。',
  },
  experiment: {
    version: 1,
    problem: { loss: '0.5*(x - 1001)^2', parameters: ['x'] },
    start: [1000],
    steps: 200,
    runs: [
      { optimizer: 'gd', hyper: { lr: 0.00002 } },
      { optimizer: 'gd', hyper: { lr: 0.0001 } },
    ],
  },
  screen: { lossScale: 'linear', view: { kind: 'curve', axes: [0], x: [999, 1003], y: [0, 1], held: [0] } },
  claims: [
    { kind: 'onlyIn', precision: 'float32', claim: { kind: 'arrives', run: 0, at: [1000], within: 0 } },
    { kind: 'onlyIn', precision: 'float64', claim: { kind: 'misses', run: 0, at: [1000], by: 0.003 } },
    { kind: 'misses', run: 1, at: [1000], by: 0.01 },
  ],
};
