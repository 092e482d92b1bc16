import type { TensorDialect } from '../python/dialect';
import { pythonOf } from '../python/expression';
import { indent, numberText, statement } from '../python/lines';
import { ruleName } from '../python/names';
import type { ScheduleSubject } from '../subject/schedule';

/**
 * The rate of an update as Python, `rate_at(t)` with `t` from 0, from the catalogue's formula.
 * @param counter a dialect if the function is called with a tensor instead of a number
 * @param epoch how the epoch, from 0, follows from `t`
 */
export function rateLines(schedule: ScheduleSubject, epoch: string, counter: TensorDialect | null = null): string[] {
  const kind = counter === null ? 'number' : 'tensor';
  const values = new Set(schedule.values.map(([name]) => name));
  const text = pythonOf(schedule.rate, {
    dialect: counter ?? 'torch',
    name: (name) => {
      if (name === 't' || name === 'epoch') return { text: name, kind };
      return values.has(name) ? { text: ruleName(name), kind: 'number' } : undefined;
    },
  });
  return [
    'def rate_at(t):',
    `    """The learning rate of update t, counted from 0."""`,
    ...indent(schedule.values.map(([name, value]) => `${ruleName(name)} = ${numberText(value)}`)),
    ...(counter === 'jax' ? ['    t = jnp.asarray(t, dtype=jnp.float64)'] : []),
    ...(schedule.readsEpoch ? [`    epoch = ${epoch}`] : []),
    ...statement('    return ', text),
  ];
}
