import { numberText } from '../python/lines';
import type { Subject } from '../subject/subject';

/** The kinds of schedules that Keras has as a class with the same rates. https://keras.io/api/optimizers/learning_rate_schedules/ */
export function kerasSchedule({ schedule, rule, updates }: Subject): string | null {
  if (!schedule || schedule.choice.warmup) return null;
  const { kind, args } = schedule.choice;
  const lr = rule.hyper.lr ?? Number.NaN;
  const text = (name: string) => numberText(Number(args[name]));
  const call = (name: string, ...rest: string[]) =>
    `keras.optimizers.schedules.${name}(${[numberText(lr), ...rest].join(', ')})`;
  switch (kind) {
    case 'step':
      return call('ExponentialDecay', text('stepSize'), text('gamma'), 'staircase=True');
    case 'exponential':
      return call('ExponentialDecay', '1', text('gamma'));
    case 'polynomial':
      return call('PolynomialDecay', text('totalIters'), 'end_learning_rate=0.0', `power=${text('power')}`);
    case 'inverse':
      return call('InverseTimeDecay', '1', text('decay'));
    case 'cosine':
      // Keras stays at the lowest rate, where torch rises again.
      return lr > 0 && updates <= Number(args.tMax) + 1
        ? call('CosineDecay', text('tMax'), `alpha=${text('etaMin')}/${numberText(lr)}`)
        : null;
    default:
      return null;
  }
}
