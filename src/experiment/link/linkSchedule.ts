import { findSchedule } from '../../catalogue';
import { encodeNumber } from './linkText';
import { CONSTANT, defaultSchedule, defaultWarmup } from '../core/schedules';
import type { Schedule } from '../core/types';

/**
 * `warmup=10,0.2;schedule=cosine;tMax=50`: steps of the warm-up and where it starts from, the kind, then what differs from
 * the kind's defaults. What follows the kind belongs to the schedule: ASGD has a t0 of its own.
 */
export function encodeSchedule({ kind, args, warmup }: Schedule): string[] {
  const changed = Object.entries(defaultSchedule(kind).args).flatMap(([name, usual]) => {
    const text = encodeValue(args[name] ?? usual);
    return text === encodeValue(usual) ? [] : [`${name}=${text}`];
  });
  const parts = kind === CONSTANT ? [] : [`schedule=${kind}`, ...changed];
  if (!warmup) return parts;
  const { steps, startFactor } = warmup;
  return [`warmup=${encodeValue(startFactor === defaultWarmup.startFactor ? steps : [steps, startFactor])}`, ...parts];
}

const encodeValue = (value: number | readonly number[]): string => [value].flat().map(encodeNumber).join(',');

/**
 * The schedule that parts of a link stand for, as public JSON that is still to be validated.
 * @param parts after the kind
 */
export function decodeSchedule(kind: unknown, parts: Readonly<Record<string, unknown>>, warmup: unknown): unknown {
  if (kind === undefined && warmup === undefined) return undefined;
  const found = typeof kind === 'string' ? findSchedule(kind) : undefined;
  const lists = new Set(Object.entries(found?.args ?? {}).flatMap(([name, arg]) => ('count' in arg ? [name] : [])));
  // A list of one reads as a number.
  const args = Object.entries(parts).map(
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
