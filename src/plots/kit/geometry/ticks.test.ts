import { describe, expect, it } from 'vitest';
import { formatNumber } from './numbers';
import { logTicks, ticksOf } from './ticks';

const labels = (ticks: readonly { label: string }[]): string[] => ticks.map(({ label }) => label);

describe('ticksOf', () => {
  it('writes just the digits needed, with a true minus', () => {
    expect(labels(ticksOf([-2, 2], 5))).toEqual(['−2', '−1', '0', '1', '2']);
    expect(labels(ticksOf([-0.8, 0.7], 4))).toEqual(['−0.5', '0.0', '0.5']);
    expect(labels(ticksOf([0, 1000], 3))).toEqual(['0', '500', '1,000']);
    expect(labels(ticksOf([1.00001, 1.00004], 4))).toEqual(['1.00001', '1.00002', '1.00003', '1.00004']);
  });

  it('turns to powers of ten where plain digits would be long', () => {
    expect(labels(ticksOf([0, 2e9], 2))).toEqual(['0', '1×10⁹', '2×10⁹']);
    expect(labels(ticksOf([0, 3e-9], 4))).toEqual(['0', '1×10⁻⁹', '2×10⁻⁹', '3×10⁻⁹']);
    expect(labels(ticksOf([1e7, 1.2e7], 2))).toEqual(['1.0×10⁷', '1.1×10⁷', '1.2×10⁷']);
  });

  it('gives different labels to different ticks, however far the zoom goes', () => {
    for (let length = 1e12; length > 1e-6; length /= 3) {
      const texts = labels(ticksOf([0.3, 0.3 + length], 6));
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('logTicks', () => {
  it('marks powers of ten, evenly thinned', () => {
    expect(logTicks([0.5, 2000], 8)).toEqual([
      { value: 1, label: '10⁰' },
      { value: 10, label: '10¹' },
      { value: 100, label: '10²' },
      { value: 1000, label: '10³' },
    ]);
    expect(labels(logTicks([1e-30, 1e3], 5))).toEqual(['10⁻³⁰', '10⁻²⁰', '10⁻¹⁰', '10⁰']);
  });

  it('is never crowded and never empty', () => {
    for (let decades = 0.1; decades < 600; decades *= 1.7) {
      const { length } = logTicks([10 ** -(decades / 2), 10 ** (decades / 2)], 6);
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(8);
    }
  });
});

describe('formatNumber', () => {
  it('rounds to significant digits and drops empty ones', () => {
    expect(formatNumber(-1.5, 7)).toBe('−1.5');
    expect(formatNumber(0.1 + 0.2, 7)).toBe('0.3');
    expect(formatNumber(1234567.8, 7)).toBe('1234568');
    expect(formatNumber(0.000123456789, 4)).toBe('0.0001235');
    expect(formatNumber(0, 7)).toBe('0');
    expect(formatNumber(9.99999999, 3)).toBe('10');
  });

  it('writes the very large and the very small as powers of ten', () => {
    expect(formatNumber(1e-7, 7)).toBe('1×10⁻⁷');
    expect(formatNumber(-6.02214e23, 4)).toBe('−6.022×10²³');
  });

  it('names what is not a number', () => {
    expect([NaN, Infinity, -Infinity].map((value) => formatNumber(value, 7))).toEqual(['NaN', '∞', '−∞']);
  });
});
