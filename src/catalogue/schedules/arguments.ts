import type { LocalName } from '../types';
import type { NumberArgument } from './types';

/* Arguments of more than one schedule, and their parts. */

/** The limit of numbers of updates: far more than the longest run has. */
const LONGEST = 1_000_000;

/** A whole number of updates. */
export const updates = (
  symbol: string,
  initial: number,
  share: number,
  name: LocalName,
  help: LocalName,
): NumberArgument => ({
  symbol,
  default: initial,
  share,
  min: 1,
  max: LONGEST,
  slider: { min: 1, max: 2000, scale: 'log' },
  integer: true,
  name,
  help,
});

/** A factor of the rate. Above 1 the rate grows, which is used to find the largest rate that still works. */
export const factor = (
  symbol: string,
  initial: number,
  slider: NumberArgument['slider'],
  name: LocalName,
  help: LocalName,
): NumberArgument => ({
  symbol,
  default: initial,
  min: 0,
  max: 10,
  slider,
  name,
  help,
});

export const gamma = (initial: number, slider: NumberArgument['slider'], help: LocalName): NumberArgument =>
  factor('\\gamma', initial, slider, { en: 'decay factor', zh: '衰减因子' }, help);

export const etaMin: NumberArgument = {
  symbol: '\\eta_{\\mathrm{min}}',
  default: 0,
  min: 0,
  max: 1000,
  slider: { min: 0, max: 0.1, scale: 'linear' },
  name: { en: 'lowest rate', zh: '最低学习率' },
  help: { en: 'The rate at the bottom of the cosine.', zh: '余弦谷底处的学习率。' },
};

/** Five updates by torch's default. */
export const totalIters = (share: number): NumberArgument =>
  updates(
    'T',
    5,
    share,
    { en: 'updates', zh: '更新次数' },
    {
      en: 'The number of updates over which the rate changes; then it stays.',
      zh: '学习率在这么多次更新内变化，此后保持不变。',
    },
  );
