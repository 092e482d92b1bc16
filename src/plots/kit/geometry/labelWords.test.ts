import { describe, expect, it } from 'vitest';
import { hasNumber, labelLines, labelWords } from './labelWords';

/** As a line of so many characters has room for it. */
const upTo = (length: number) => (word: string) => word.length <= length;

describe('labelWords', () => {
  it('keeps a number with its letter where there is room', () => {
    expect(labelWords('Adam, η = 0.0708', upTo(10))).toEqual(['Adam,', 'η\u00a0=\u00a00.0708']);
  });

  it('breaks after a Chinese comma, and keeps what follows it', () => {
    expect(labelWords('η = 0.001，μ = 0.99', upTo(12))).toEqual(['η\u00a0=\u00a00.001，', 'μ\u00a0=\u00a00.99']);
    expect(labelWords('η = 0.001，μ = 0.99', upTo(7))).toEqual(['η\u00a0=', '0.001，', 'μ\u00a0=', '0.99']);
  });

  it('breaks before a number where there is none, and never within it', () => {
    expect(labelWords('Adam, η = 0.0708', upTo(7))).toEqual(['Adam,', 'η\u00a0=', '0.0708']);
    expect(labelWords('η = 0.0708', upTo(3)).filter(hasNumber)).toEqual(['0.0708']);
  });
});

describe('labelLines', () => {
  const linesOf = (label: string, room: number) => labelLines(label, room, (text) => text.length);

  it('keeps a name in one line where there is room', () => {
    expect(linesOf('stability edge (near the minimum)', 33)).toEqual(['stability edge (near the minimum)']);
  });

  it('breaks at spaces into lines that fit', () => {
    expect(linesOf('stability edge (near the minimum)', 18)).toEqual(['stability edge', '(near the minimum)']);
    expect(linesOf('stability edge (near the minimum)', 14)).toEqual(['stability edge', '(near the', 'minimum)']);
  });

  it('breaks Chinese before a parenthesis', () => {
    expect(linesOf('稳定性边界（极小值点附近）', 12)).toEqual(['稳定性边界', '（极小值点附近）']);
  });

  it('gives a word that is wider than the room a line of its own', () => {
    expect(linesOf('an asymptote', 5)).toEqual(['an', 'asymptote']);
  });
});
