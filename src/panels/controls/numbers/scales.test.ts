import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepValue, toPosition, toValue, type SliderRange } from './scales';

const lr: SliderRange = { kind: 'log', range: [1e-5, 10] };
const beta: SliderRange = { kind: 'oneMinus', range: [0, 0.9999] };
const decay: SliderRange = { kind: 'log', range: [1e-6, 1], zero: true };
const count: SliderRange = { kind: 'log', range: [1, 64], integer: true };
const noise: SliderRange = { kind: 'linear', range: [0, 2] };

describe('slider scales', () => {
  it('are logarithmic: equal factors are equally far apart', () => {
    expect(toPosition(lr, 1e-2)).toBeCloseTo(0.5, 12);
    expect(toPosition(beta, 0.99)).toBeCloseTo(0.5, 12);
    expect(toPosition(noise, 0.5)).toBe(0.25);
  });

  it('reach both ends exactly', () => {
    for (const scale of [lr, beta, noise, count]) {
      expect(toValue(scale, 0)).toBe(scale.range[0]);
      expect(toValue(scale, 1)).toBe(scale.range[1]);
    }
    expect(toValue(decay, 0)).toBe(0);
    expect(toValue(decay, 1)).toBe(1);
  });

  it('give values with few digits', () => {
    expect(String(toValue(lr, 0.31))).toMatch(/^0\.000\d{1,4}$/);
    expect(toValue(beta, 0.25)).toBe(0.9);
    expect(String(toValue(noise, 0.333)).length).toBeLessThanOrEqual(5);
  });

  it('give a value whose position is the original one, apart from rounding', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(lr, beta, decay, noise),
        fc.double({ min: 0.03, max: 1, noNaN: true }),
        (scale, position) => {
          // Half a unit of the second digit of 1 - value, the coarsest rounding, at its largest: 1.05 in place of 1.
          expect(Math.abs(toPosition(scale, toValue(scale, position)) - position)).toBeLessThan(
            Math.log(1.05) / Math.log(1e4) + 1e-9,
          );
        },
      ),
    );
  });

  it('move by 4% with an arrow, 1% with shift and a tenth of the slider with PageUp', () => {
    expect(stepValue(lr, 0.001, 1, 'key')).toBe(0.00104);
    expect(stepValue(lr, 0.001, 1, 'fine')).toBe(0.00101);
    expect(stepValue(lr, 0.001, -1, 'page')).toBe(0.000251);
    expect(stepValue(beta, 0.9, 1, 'page')).toBe(0.99);
    expect(stepValue(noise, 0.5, 1, 'key')).toBe(0.52);
    expect(stepValue(noise, 0.5, -1, 'fine')).toBe(0.498);
  });

  it('move to another value with every key press, until the end', () => {
    let value = 1;
    for (const expected of [2, 3, 4, 5]) {
      value = stepValue(count, value, 1, 'fine');
      expect(value).toBe(expected);
    }
    expect(stepValue(count, 64, 1, 'key')).toBe(64);
    expect(stepValue(decay, 0, 1, 'fine')).toBeGreaterThan(0);
    expect(stepValue(decay, 1e-6, -1, 'fine')).toBe(0);
  });

  it('show a value outside their range at an end', () => {
    expect(toPosition(lr, 500)).toBe(1);
    expect(toPosition(lr, 0)).toBe(0);
    expect(stepValue(lr, 500, -1, 'key')).toBeLessThan(10);
    for (const past of [1, 1.5]) {
      expect(toPosition(beta, past)).toBe(1);
      expect(stepValue(beta, past, -1, 'key')).toBeLessThan(0.9999);
      expect(stepValue(beta, past, 1, 'key')).toBe(past);
    }
  });
});
