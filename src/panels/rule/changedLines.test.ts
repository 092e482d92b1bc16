import { expect, test } from 'vitest';
import { changedLines } from './changedLines';

test.each([
  ['nothing', 'a b c', 'a b c', ''],
  ['one line', 'a b c', 'a x c', 'x'],
  ['a line that is new', 'a b c', 'a b x c', 'x'],
  ['a line that is gone', 'a b c', 'a c', ''],
  ['lines that were moved', 'a b c d', 'a c b d', 'b'],
  ['everything', 'a b', 'x y z', 'x y z'],
  ['a line that stands twice', 'a a b', 'a b a', 'a'],
])('%s', (_, before, after, changed) => {
  const lines = after.split(' ');
  const marks = changedLines(before.split(' '), lines);
  expect(lines.filter((__, i) => marks[i]).join(' ')).toBe(changed);
});
