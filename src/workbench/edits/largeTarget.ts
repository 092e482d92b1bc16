import { limits } from '../../experiment/core/limits';
import type { UserData } from '../../experiment/core/types';

/** Initial outputs of a network are of the order of 1; a target of up to this size is in reach. */
const IN_REACH = 10;

/**
 * What a network's target is divided by: the power of ten that brings its numbers between -1 and 1, if they are far larger;
 * else 1. The weights that a larger target needs make the curvature grow with its square: the first steps then drive the
 * units to their ends, where they have no slope.
 */
export function targetDivisor(id: string, { y }: UserData): number {
  const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return id === 'network-fit' && largest > IN_REACH ? 10 ** Math.ceil(Math.log10(largest)) : 1;
}

/** The data with the target divided as this model needs it, which its divisors and the target's name say. */
export function withTargetFor(id: string, data: UserData): UserData {
  const divisor = targetDivisor(id, data);
  if (divisor === 1) return data;
  const columns = [...(data.x[0] ?? []), 0];
  const divisors = data.divisors ?? columns.map(() => 1);
  const total = (divisors.at(-1) ?? 1) * divisor;
  const names = data.names ?? columns.map(() => '');
  return {
    ...data,
    y: data.y.map((value) => value / divisor),
    names: [...names.slice(0, -1), dividedName(names.at(-1) || 'y', total)],
    divisors: [...divisors.slice(0, -1), total],
  };
}

/** `price` as `price ÷ 1e6`, the name shortened where both are too long. */
function dividedName(name: string, divisor: number): string {
  const by = ` ÷ ${divisor.toExponential().replace('+', '')}`;
  const room = limits.columnName - by.length;
  return (name.length > room ? `${name.slice(0, room - 1)}…` : name) + by;
}
