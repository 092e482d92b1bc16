import { expect, test } from 'vitest';
import { plainColour } from './colour';

test.each([
  ['rgb(0, 114, 178)', '#0072b2', 1],
  ['rgba(0, 114, 178, 0.5)', '#0072b2', 0.5],
  ['color(srgb 1 0.5 0)', '#ff8000', 1],
  ['color(srgb 0 0 1 / 0.35)', '#0000ff', 0.35],
  ['rgba(0, 0, 0, 0)', '#000000', 0],
  ['none', 'none', 1],
  ['url("#stripes")', 'url(#stripes)', 1],
])('%s is written %s with an opacity of %d', (css, paint, opacity) => {
  expect(plainColour(css)).toEqual({ paint, opacity });
});
