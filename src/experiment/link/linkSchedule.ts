import { findSchedule } from '../../catalogue';
import { encodeNumber } from './linkText';
import { CONSTANT, defaultSchedule, defaultWarmup } from '../core/schedules';
import type { Schedule } from '../core/types';

/**
 * `warmup=10,0.2;schedule=cosine;tMax=50`: steps and start factor of the warm-up, the kind, then the arguments that differ
 * from its defaults. Arguments follow the kind, because a rule may have a hyperparameter of the same name (ASGD's t0).
 */
export function encodeSchedule({ kind, args, warmup }: Schedule): string[] {
  const changed = Object.entries(defaultSchedule(kind).args).flatMap(([name, default_]) => {
    const text = encodeValue(args[name] ?? default_);
    return text === encodeValue(default_) ? [] : [`${name}=${text}`];
  });
  const segments = kind === CONSTANT ? [] : [`schedule=${kind}`, ...changed];
  if (!warmup) return segments;
  const { steps, startFactor } = warmup;
  return [
    `warmup=${encodeValue(startFactor === defaultWarmup.startFactor ? steps : [steps, startFactor])}`,
    ...segments,
  ];
}

const encodeValue = (value: number | readonly number[]): string => [value].flat().map(encodeNumber).join(',');

/**
 * The schedule of a run's segments as public JSON, not yet validated.
 * @param segments those after the kind
 */
export function decodeSchedule(kind: unknown, segments: Readonly<Record<string, unknown>>, warmup: unknown): unknown {
  if (kind === undefined && warmup === undefined) return undefined;
  const found = typeof kind === 'string' ? findSchedule(kind) : undefined;
  const lists = new Set(Object.entries(found?.args ?? {}).flatMap(([name, arg]) => ('count' in arg ? [name] : [])));
  // A list of one number was read as a number.
  const args = Object.entries(segments).map(
    ([name, value]) => [name, lists.has(name) && !Array.isArray(value) ? [value] : value] as const,
  );
  return { ...Object.fromEntries(args), kind, warmup: decodeWarmup(warmup) };
}

function decodeWarmup(value: unknown): unknown {
  if (typeof value === 'number') return { steps: value };
  if (!Array.isArray(value) || value.length !== 2) return value;
  const [steps, startFactor] = Array.from<unknown>(value);
  return { steps, startFactor };
}
