import { expect, test } from 'vitest';
import { rememberLast } from './memo';

test('the results of the last keys are remembered, and the one used longest ago is forgotten', () => {
  const computed: string[] = [];
  const remember = rememberLast<string>(2);
  const ask = (key: string) =>
    remember(key, () => {
      computed.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  // c replaces b, because a was used again in between; then b must be computed again.
  expect(computed).toEqual(['a', 'b', 'c', 'b']);
});

test('undefined is remembered like any other result', () => {
  let count = 0;
  const remember = rememberLast<undefined>(1);
  for (let i = 0; i < 3; i += 1) remember('key', () => void (count += 1));
  expect(count).toBe(1);
});
