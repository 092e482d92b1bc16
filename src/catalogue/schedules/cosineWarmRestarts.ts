import { etaMin, updates } from './arguments';
import type { RateSchedule } from './types';

/** A restart: the update at which it happens, and the lengths of the periods before and after it. */
interface Restart {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** The restarts within the run, for periods that grow; all numbers are whole. */
function restartsOf(first: number, growth: number, updates: number): Restart[] {
  const restarts: Restart[] = [];
  let period = first;
  for (let at = first; at < updates; at += period) {
    restarts.push({ at, before: period, after: period * growth });
    period *= growth;
  }
  return restarts;
}

/**
 * Periods of equal length are counted by a division of whole numbers. Growing periods are written out with one comparison
 * for each restart, because rounding would often make the logarithm that counts them a little less than a whole number.
 */
export const cosineWarmRestarts: RateSchedule = {
  kind: 'cosineWarmRestarts',
  name: { en: 'Cosine with restarts', zh: '余弦退火（热重启）' },
  args: {
    t0: updates(
      'T_0',
      50,
      0.25,
      { en: 'first period', zh: '第一个周期' },
      { en: 'The number of updates until the first restart.', zh: '第一次重启前的更新次数。' },
    ),
    tMult: {
      symbol: 'T_{\\times}',
      default: 1,
      min: 1,
      max: 10,
      slider: { min: 1, max: 4, scale: 'linear' },
      integer: true,
      name: { en: 'period growth', zh: '周期增长倍数' },
      help: { en: 'How many times as long every period is as the one before.', zh: '每个周期是前一个周期的多少倍长。' },
    },
    etaMin,
  },
  rate: ({ t0, tMult }, { t, updates: last }) => {
    const wave = (since: string, period: string) => `etaMin + (lr - etaMin)*(1 + cos(pi*(${since})/${period}))/2`;
    if (Number(tMult) === 1) return wave(`${t} - t0*floor(${t}/t0)`, 't0');
    const restarts = restartsOf(Number(t0), Number(tMult), last);
    const since = restarts.map(({ at, before }) => ` - ${before}*(${t} >= ${at})`);
    const growth = restarts.map(({ at, before, after }) => ` + ${after - before}*(${t} >= ${at})`);
    return wave([t, ...since].join(''), `(${['t0', ...growth].join('')})`);
  },
  sources: [
    'Loshchilov and Hutter (2017), https://arxiv.org/abs/1608.03983',
    'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html',
  ],
};
