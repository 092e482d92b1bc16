import type { Lesson } from '../types';

const run = (optimizer: string) => ({ optimizer, hyper: { lr: 0.1 } });

/** Dozat 2016 (NAdam); Kingma and Ba 2015, section 7.1 (Adamax); Liu et al. 2020 (RAdam). */
export const relativesOfAdam: Lesson = {
  id: 'relatives-of-adam',
  chapter: 'scale',
  title: { en: 'Relatives of Adam', zh: 'Adam 的近亲' },
  about: {
    en: 'NAdam steps as Nesterov does and hardly swings past the valley’s floor, where Adam does. Adamax divides by the largest gradient it remembers, not by a mean, and is slower here. RAdam divides by nothing in its first five updates: the steep slope throws it across; then it goes carefully.',
    zh: 'NAdam 采用 Nesterov 式的步子，几乎不越过谷底，Adam 却明显越过。Adamax 除以所记住的最大梯度而不是均方根，在这里更慢。RAdam 的前五次更新什么都不除：陡坡把它甩到对面，此后才谨慎前进。',
  },
  experiment: {
    version: 1,
    problem: { id: 'quadratic' },
    start: [-4, 1],
    steps: 150,
    runs: ['adam', 'nadam', 'adamax', 'radam'].map(run),
  },
  claims: [
    { kind: 'passes', run: 0, row: 20, at: [-2.0804, -0.2712], within: 1e-3 },
    { kind: 'passes', run: 1, row: 20, at: [-2.4247, -0.0293], within: 1e-3 },
    { kind: 'lower', run: 0, than: 2, at: 60, times: 5 },
    // The first step is 0.1 times the gradient, (-4, 25).
    { kind: 'passes', run: 3, row: 1, at: [-3.6, -1.5], within: 1e-5 },
    { kind: 'lower', run: 0, than: 3, at: 100, times: 100 },
  ],
};
