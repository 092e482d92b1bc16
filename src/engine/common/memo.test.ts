import { expect, test } from 'vitest';
import { rememberLast } from './memo';

test('the last few are remembered, and the one asked for longest ago is forgotten', () => {
  const computed: string[] = [];
  const remember = rememberLast<string>(2);
  const ask = (key: string) =>
    remember(key, () => {
      computed.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  // c takes b's place, for a was asked for again; then b must be computed anew.
  expect(computed).toEqual(['a', 'b', 'c', 'b']);
});

test('nothing is a result too', () => {
  let count = 0;
  const remember = rememberLast<undefined>(1);
  for (let i = 0; i < 3; i += 1) remember('key', () => void (count += 1));
  expect(count).toBe(1);
});
