import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, fieldText, readNumber } from './numbers';

describe('typed numbers', () => {
  it.each([
    ['0.05', 0.05],
    [' 1e-8 ', 1e-8],
    ['−3.5', -3.5],
    ['.5', 0.5],
    ['2.', 2],
    ['1,5', 1.5],
    ['−0,001', -0.001],
    ['12,3456', 12.3456],
  ])('reads %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', '1,000', '-12,345', '1,2,3', '1.5,2', ',', '0x10', 'Infinity', 'one', '1e', '--1', '1 2'])(
    'refuses %j',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it.each([
    [0.05, '0.05'],
    [0.0001, '0.0001'],
    [0.000001, '1e-6'],
    [1_000_000, '1e6'],
    [-0.000025, '-2.5e-5'],
    [0.0001234, '0.0001234'],
    [123_456, '123456'],
    [1_234_567, '1234567'],
  ])('shows %d as %j', (value, text) => {
    expect(fieldText(value)).toBe(text);
  });

  it('shows every number as a text that is read as the same number, and never longer than it is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(readNumber(fieldText(value)), value) || value === 0).toBe(true);
        expect(fieldText(value).length).toBeLessThanOrEqual(String(value).length);
      }),
    );
  });

  it('report the limit that was passed', () => {
    const beta = { min: 0, max: 1, maxOpen: true };
    expect(faultOf(0.999, beta)).toBeNull();
    expect(faultOf(1, beta)).toEqual({ code: 'openAbove', values: { max: 1 } });
    expect(faultOf(-0.1, beta)).toEqual({ code: 'below', values: { min: 0 } });
    expect(faultOf(1.5, { min: 1, max: 8, integer: true })).toEqual({ code: 'integer', values: {} });
    expect(faultOf(Number.POSITIVE_INFINITY, beta)).toEqual({ code: 'invalid', values: {} });
  });
});
