import { expect, test } from 'vitest';
import { textWidth, widestText } from './textWidth';

test('a Chinese character is as wide as two Latin letters', () => {
  expect(textWidth('梯度', 'tick', 16)).toBe(textWidth('Adam', 'tick', 16));
});

test('the width grows with the size of the type', () => {
  expect(textWidth('0.25', 'tick', 32)).toBe(2 * textWidth('0.25', 'tick', 16));
});

test('the widest of several texts decides, and without texts nothing needs room', () => {
  expect(widestText(['SGD', 'Adam', 'GD'], 'endLabel', 16)).toBe(textWidth('Adam', 'endLabel', 16));
  expect(widestText([], 'endLabel', 16)).toBe(0);
});
