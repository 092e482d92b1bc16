import type { Lesson } from '../types';

const adam = { optimizer: 'adam', hyper: { lr: 0.05 } };

/** Srivastava et al. 2014, Dropout. The claims were also checked for each of the seeds 1 to 20. */
export const dropout: Lesson = {
  id: 'dropout',
  chapter: 'help',
  title: { en: 'Dropout', zh: 'Dropout（随机失活）' },
  about: {
    en: 'Eight hidden units, 50 noisy points to learn from, 50 kept back. With dropout 0.2 each unit is left out of a fifth of the visits. The training loss ends higher, and the loss on what was kept back (dashed) rises far less. Stopped at its lowest, the first run would have done as well.',
    zh: '八个隐藏单元，50 个带噪声的点用于训练，50 个留作验证。dropout 取 0.2，每个单元约有五分之一的时候不参与。训练损失最终更高，而验证损失（虚线）回升得少得多。不过，若在验证损失最低时停下，第一条轨迹也一样好。',
  },
  experiment: {
    version: 1,
    problem: { id: 'network-classes', data: { samples: 100, noise: 0.5, validation: 0.5 } },
    epochs: 300,
    runs: [adam, { ...adam, modifiers: { dropout: 0.2 } }],
  },
  screen: { tab: 'data', lossAxis: 'epoch', view: { kind: 'principal' } },
  claims: [
    { kind: 'lower', run: 0, than: 1, times: 1.3 },
    { kind: 'lower', run: 1, than: 0, of: 'validation', times: 1.3 },
    { kind: 'rises', run: 0, times: 1.5 },
    { kind: 'lower', run: 0, than: 1, of: 'validation', at: 'lowest' },
  ],
};
