import type { DataChoice } from '../../experiment/core/types';

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number for every object that no other object has. */
function numberOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(object, count);
  return count;
}

const USER_DATA: keyof DataChoice = 'userData';

/**
 * The key by which parts of an experiment are remembered (memo.ts): their JSON, with user data as the number of their
 * object, so that their thousands of rows are not read.
 */
export const memoKey = (parts: unknown): string =>
  JSON.stringify(parts, (name, part: unknown) =>
    name === USER_DATA && typeof part === 'object' && part !== null ? numberOf(part) : part,
  );
