import type { DataChoice } from '../../experiment/core/types';

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number of its own for every object. */
function numberOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(object, count);
  return count;
}

const USER_DATA: keyof DataChoice = 'userData';

/** Parts of an experiment as a text to compare them by. User data are compared as objects: their thousands of rows are not read. */
export const keyOf = (parts: unknown): string =>
  JSON.stringify(parts, (name, part: unknown) =>
    name === USER_DATA && typeof part === 'object' && part !== null ? numberOf(part) : part,
  );
