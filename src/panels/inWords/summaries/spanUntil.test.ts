import { expect, test } from 'vitest';
import { spanUntil } from './spanUntil';

const line = { label: 'Adam', steps: [0, 1, 2, 4], values: [NaN, 3, 7, -1] };

test('a line at a step, with the range of all of it or of what may be seen', () => {
  expect(spanUntil(line, 3, false)).toEqual({ now: { step: 2, value: 7 }, least: -1, most: 7 });
  expect(spanUntil(line, 3, true)).toEqual({ now: { step: 2, value: 7 }, least: 3, most: 7 });
});

test('a line without a value says nothing', () => {
  expect(spanUntil(line, 0, false)).toBeNull();
  expect(spanUntil({ ...line, values: [null, null, null, null] }, 4, false)).toBeNull();
});
