import { streamSeed } from '../../engine/samples/random';
import { listText, numberText } from '../python/lines';
import type { Subject } from '../subject/subject';
import type { Library } from './library';

/* What stands around the updates: the frozen parameters, the noise, and the modifiers that act after a rule. */

export const hasFrozen = ({ modifiers }: Subject): boolean => modifiers.frozen !== undefined;

/** Which parameters are free, 1 or 0 for each. */
const freeOf = ({ parameters, modifiers }: Subject): number[] =>
  parameters.map((name) => Number(!modifiers.frozen?.includes(name)));

/** `free` and `noises`, for the rule and the modifiers that read them. */
export function aroundLines(subject: Subject, { tensor, dialect }: Library): string[] {
  const { modifiers, rule, seed, updates, parameters } = subject;
  const free = `[${freeOf(subject)
    .map((is) => (is ? 'True' : 'False'))
    .join(', ')}]`;
  const masks = { torch: `torch.tensor(${free})`, jax: `jnp.array(${free})`, keras: `ops.convert_to_tensor(${free})` };
  const row = hasFrozen(subject)
    ? `[normal()*moves for moves in ${listText(freeOf(subject))}]`
    : `[normal() for _ in range(${parameters.length})]`;
  return [
    ...(hasFrozen(subject) ? [`free = ${masks[dialect]}  # the others are frozen`] : []),
    ...(modifiers.noise || rule.readsNoise
      ? [
          `normal = normal_numbers(stream(${streamSeed(seed, 'noise')}))`,
          `noises = ${tensor(`[${row} for _ in range(${updates})]`)}`,
        ]
      : []),
  ];
}

/** Whether something after a rule reads the parameters from before the update. */
export const readsBefore = ({ modifiers }: Subject): boolean =>
  modifiers.decay !== undefined || modifiers.frozen !== undefined;

/** What follows a rule, each as the new value of theta: decoupled decay, the domain, frozen parameters. */
export function afterLines(subject: Subject, { tensor, clip, dialect, numbers }: Library, lr: string): string[] {
  const { modifiers, domain } = subject;
  const frozen = {
    torch: 'torch.where(free, theta, before)',
    jax: 'jnp.where(free, theta, before)',
    keras: 'ops.where(free, theta, before)',
  };
  const bounds = (side: 0 | 1) => {
    const values = (domain ?? []).map((range) => range[side]);
    const [first = 0] = values;
    return values.every((value) => value === first) ? numberText(first) : tensor(listText(values));
  };
  const share = (decay: string) => (numbers?.roundsEach ? numbers.tensor(`${lr}*${decay}`) : `${lr}*${decay}`);
  return [
    ...(modifiers.decay === undefined ? [] : [`theta - ${share(numberText(modifiers.decay))}*before`]),
    ...(domain ? [clip('theta', bounds(0), bounds(1))] : []),
    ...(hasFrozen(subject) ? [frozen[dialect]] : []),
  ];
}
