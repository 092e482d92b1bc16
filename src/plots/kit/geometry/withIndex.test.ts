import { expect, test } from 'vitest';
import { withIndex } from './withIndex';

test.each([
  ['c0', 'c₀'],
  ['x12', 'x₁₂'],
  ['w', 'w'],
  ['PC 1', 'PC 1'],
  ['area2', 'area2'],
])('%s is written %s', (name, written) => {
  expect(withIndex(name)).toBe(written);
});
