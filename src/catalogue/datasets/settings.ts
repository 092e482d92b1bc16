import type { Setting } from '../types';

/* Settings that several data problems have. */

/** The number of samples, held-back ones included. */
export const samples = (usual: number): Setting => ({
  default: usual,
  min: 2,
  max: 20_000,
  scale: 'log',
  integer: true,
  name: { en: 'samples', zh: '样本数' },
  help: {
    en: 'How many samples there are, those kept back for validation included.',
    zh: '样本总数，包括留作验证的样本。',
  },
});

/** Standard deviation of the noise in the target. */
export const targetNoise = (usual: number, max: number): Setting => ({
  default: usual,
  min: 0,
  max,
  scale: 'linear',
  name: { en: 'noise', zh: '噪声标准差' },
  help: { en: 'Standard deviation of the random error in every target.', zh: '每个目标值中随机误差的标准差。' },
});

/** Standard deviation of the noise in the position of each point. */
export const pointNoise = (usual: number, max: number): Setting => ({
  default: usual,
  min: 0,
  max,
  scale: 'linear',
  name: { en: 'noise', zh: '噪声标准差' },
  help: {
    en: 'How far the points scatter around their curve: a standard deviation, along each feature.',
    zh: '各点在每个特征方向上偏离所在曲线的标准差。',
  },
});

/** The factor of the second feature. */
export const secondScale: Setting = {
  default: 1,
  min: 0.01,
  max: 100,
  scale: 'log',
  name: { en: 'scale of x₂', zh: 'x₂ 的尺度' },
  help: {
    en: 'The second feature is multiplied by it: features of unequal scale make a long valley.',
    zh: '第二个特征乘以该数：特征尺度悬殊时，损失曲面会变成狭长的山谷。',
  },
};

/** Whether features are standardized: each minus its mean, divided by its standard deviation. */
export const standardize: Setting = {
  default: 0,
  min: 0,
  max: 1,
  scale: 'linear',
  integer: true,
  flag: true,
  name: { en: 'standardize features', zh: '特征标准化' },
  help: {
    en: 'Every feature less its mean, over its standard deviation, both of the training samples.',
    zh: '每个特征减去均值再除以标准差，二者都取自训练样本。',
  },
};

/** The fraction of the samples that is held back from training. */
export const validation: Setting = {
  default: 0,
  min: 0,
  max: 0.9,
  scale: 'linear',
  name: { en: 'validation share', zh: '验证集比例' },
  help: {
    en: 'Share of the samples that training never sees; the loss over them says how well the model does on new data.',
    zh: '不参与训练的样本所占的比例；这部分样本上的损失反映模型在新数据上的表现。',
  },
};
