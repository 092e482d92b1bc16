import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneMinusTicks } from './oneMinusTicks';
import type { Tick } from '../kit/geometry/ticks';

const CHARACTER = 8;

/** Whether labels in type of one width overlap, on an axis of so many pixels that is even in log(1 - value). */
const fitOn =
  (pixels: number, [low, high]: readonly [number, number]) =>
  (ticks: readonly Tick[]): boolean => {
    const ends = ticks.map(({ value, label }) => {
      const at = ((Math.log(1 - value) - Math.log(1 - low)) / (Math.log(1 - high) - Math.log(1 - low))) * pixels;
      return [at - (label.length * CHARACTER) / 2, at + (label.length * CHARACTER) / 2] as const;
    });
    return ends.every(([left], i) => i === 0 || left > (ends[i - 1]?.[1] ?? NaN));
  };

const ticks = (low: number, high: number, pixels: number) => oneMinusTicks([low, high], 6, fitOn(pixels, [low, high]));
const labels = (low: number, high: number, pixels: number) => ticks(low, high, pixels).map(({ label }) => label);

/** The number that a label says; within a hair of 1 it may be written as 9.9999905×10⁻¹. */
const numberOf = (label: string): number => Number(label.replace('×10⁻¹', 'e-1'));

describe('oneMinusTicks', () => {
  it('are decades of the distance from 1, with what divides them where there is room, and fewer where there is little', () => {
    expect(labels(0, 0.999, 700)).toEqual([
      '0',
      '0.5',
      '0.8',
      '0.9',
      '0.95',
      '0.98',
      '0.99',
      '0.995',
      '0.998',
      '0.999',
    ]);
    expect(labels(0, 0.999, 300)).toEqual(['0', '0.5', '0.9', '0.99', '0.999']);
    expect(labels(0, 0.99999, 262)).toEqual(['0', '0.9', '0.99', '0.999', '0.9999', '0.99999']);
    expect(labels(0, 0.99999, 170)).toEqual(['0', '0.99', '0.9999']);
    expect(labels(0, 0.99999, 10)).toEqual(['0']);
  });

  it('are plain round numbers within less than a decade', () => {
    expect(labels(0.91, 0.96, 600)).toEqual(['0.91', '0.92', '0.93', '0.94', '0.95', '0.96']);
    expect(labels(0, 0.5, 600)).toEqual(['0.0', '0.1', '0.2', '0.3', '0.4', '0.5']);
  });

  it('are numbers that decimals say exactly', () => {
    for (const { value, label } of ticks(0, 1 - 1e-12, 5000)) expect(Number(label)).toBe(value);
  });

  it('stand clear of each other inside any range, at any size, and say what they are', () => {
    const nines = fc.double({ min: 0, max: 7, noNaN: true });
    fc.assert(
      fc.property(nines, nines, fc.integer({ min: 20, max: 2000 }), (a, b, pixels) => {
        fc.pre(Math.abs(a - b) > 0.01);
        const [low, high] = [1 - 10 ** -Math.min(a, b), 1 - 10 ** -Math.max(a, b)];
        const found = ticks(low, high, pixels);
        expect(found.length).toBeGreaterThan(0);
        expect(fitOn(pixels, [low, high])(found)).toBe(true);
        for (const { value, label } of found) {
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
          expect(Math.abs(numberOf(label) - value)).toBeLessThan(1e-12);
        }
      }),
    );
  });
});
