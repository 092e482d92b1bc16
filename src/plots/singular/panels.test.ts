import { expect, test } from 'vitest';
import { barsOf, panelBoxes } from './panels';

const frame = { height: 200, rem: 16, density: 1 };

test('panels stand side by side where there is room, and in two rows where there is not', () => {
  const wide = panelBoxes(4, { ...frame, width: 1000 });
  expect(new Set(wide.map(({ top }) => top)).size).toBe(1);
  const narrow = panelBoxes(4, { ...frame, width: 320 });
  expect(new Set(narrow.map(({ top }) => top)).size).toBe(2);
  for (const boxes of [wide, narrow])
    for (const { left, right, top, bottom } of boxes) expect([right > left, bottom > top]).toEqual([true, true]);
});

test('a bar is as high as its value, and the largest fills its box', () => {
  const box = { left: 0, right: 30, top: 10, bottom: 110 };
  expect(barsOf([2, 1, 0], 2, box).map(({ top, bottom }) => bottom - top)).toEqual([100, 50, 0]);
});
