import { describe, expect, test } from 'vitest';
import { complaintCodes, show, type ComplaintCode } from './complaints';
import { sentence } from './sentences';

const codes = Object.keys(complaintCodes) as ComplaintCode[];

describe('the sentence of a complaint', () => {
  test.each(codes)('%s: names the field, the value and what is allowed', (code) => {
    const placeholders = complaintCodes[code].map((name, k) => [name, `<${k}>`] as const);
    const text = sentence({ field: 'runs.0', value: '"found"', code, allowed: Object.fromEntries(placeholders) });
    expect(text).toContain('runs.0');
    expect(text).toContain('"found"');
    expect(text).toMatch(placeholders.length > 0 ? /<\d>/ : /leave .* out/);
    expect(text).not.toMatch(/undefined|[{}]/);
  });
});

describe('values are shown in a few characters', () => {
  test.each<readonly [unknown, string]>([
    ['x', '"x"'],
    ['a'.repeat(100), `"${'a'.repeat(40)}…"`],
    [-0.5, '-0.5'],
    [undefined, 'undefined'],
    [null, 'null'],
    [12n, '12'],
    [[1, 'two', [3], 4], '[1, "two", […], …]'],
    [{ a: 1, b: 2, c: 3, d: 4 }, '{a, b, c, …}'],
    [() => 1, 'function'],
    [Symbol('s'), 'Symbol(s)'],
  ])('%o', (value, text) => {
    expect(show(value)).toBe(text);
  });

  test('also a long list, and a list that contains itself', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(show(loop)).toBe('[[…]]');
    expect(show(new Array(1e6).fill(1))).toBe('[1, 1, 1, …]');
  });
});
