import { describe, expect, it } from 'vitest';
import { hasNumber, labelWords } from './labelWords';

/** As a line of so many characters has room for it. */
const upTo = (length: number) => (word: string) => word.length <= length;

describe('labelWords', () => {
  it('keeps a number with its letter where there is room', () => {
    expect(labelWords('Adam, η = 0.0708', upTo(10))).toEqual(['Adam,', 'η\u00a0=\u00a00.0708']);
  });

  it('breaks before a number where there is none, and never within it', () => {
    expect(labelWords('Adam, η = 0.0708', upTo(7))).toEqual(['Adam,', 'η\u00a0=', '0.0708']);
    expect(labelWords('η = 0.0708', upTo(3)).filter(hasNumber)).toEqual(['0.0708']);
  });
});
