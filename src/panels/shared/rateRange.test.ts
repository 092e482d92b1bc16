import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snappedValue, stepValue, toPosition, toValue, type SliderRange } from '../controls/numbers/scales';
import { holding, isSteady, rangeAround } from './rateRange';

const full: SliderRange = { kind: 'log', range: [1e-6, 10], integer: false, zero: false };
const MAX = 1000;

/** A number between two others, evenly by decades. */
const between = (low: number, high: number) =>
  fc.double({ min: Math.log10(low), max: Math.log10(high), noNaN: true }).map((decade) => 10 ** decade);

/** An edge, a rate that was typed, and the slider that shows both. */
const sliders = fc
  .record({ edge: between(1e-7, 300), value: between(1e-9, MAX) })
  .map(({ edge, value }) => ({ edge, value, scale: holding(rangeAround(full, edge, MAX) ?? full, value) }));

/** The cursor keys with and without shift. */
const presses = fc.record({
  direction: fc.constantFrom<1 | -1>(1, -1),
  step: fc.constantFrom<'key' | 'fine'>('key', 'fine'),
});

describe('the range of a rate’s slider', () => {
  it('goes from a tenth of the edge to three times it', () => {
    expect(rangeAround(full, 1 / 9, MAX)?.range).toEqual([0.0111, 0.333]);
  });

  it('does not reach past the largest rate, and is not there for an edge beyond that', () => {
    expect(rangeAround(full, 900, MAX)?.range).toEqual([90, 1000]);
    expect(rangeAround(full, 1000, MAX)).toBeNull();
  });

  it('holds the edge and the value, wherever they are', () => {
    fc.assert(
      fc.property(sliders, ({ edge, value, scale: { range } }) => {
        for (const one of [edge, value]) expect(one >= range[0] && one <= range[1]).toBe(true);
      }),
    );
  });

  it('shows 0 at the left end', () => {
    const scale = holding(full, 0);
    expect(toPosition(scale, 0)).toBe(0);
    expect(toValue(scale, 0)).toBe(0);
    expect(toValue(scale, 1)).toBe(10);
  });

  it('ends exactly at its ends', () => {
    fc.assert(
      fc.property(sliders, ({ scale }) => {
        expect([toValue(scale, 0), toValue(scale, 1)]).toEqual(scale.range);
      }),
    );
  });
});

describe('moving a rate', () => {
  it('a key changes it, by at most 5% of it, and shift by less', () => {
    fc.assert(
      fc.property(sliders, presses, fc.boolean(), ({ edge, value, scale }, { direction, step }, hasEdge) => {
        const next = stepValue(scale, value, direction, step, hasEdge ? edge : null);
        expect(Math.abs(next - value)).toBeLessThanOrEqual(value * (step === 'key' ? 0.05 : 0.02));
        const isAtEnd = value === scale.range[direction === 1 ? 1 : 0];
        if (isAtEnd) expect(next).toBe(value);
        else expect((next - value) * direction).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('keys land exactly on the edge on their way past it', () => {
    fc.assert(
      fc.property(between(1e-6, 300), presses, (edge, { direction, step }) => {
        const scale = rangeAround(full, edge, MAX) ?? full;
        let value = edge * (direction === 1 ? 0.8 : 1.25);
        const isBefore = () => (edge - value) * direction > 0;
        while (isBefore()) value = stepValue(scale, value, direction, step, edge);
        expect(value).toBe(edge);
      }),
    );
  });

  it('a pointer at the edge sets exactly the edge, and a pixel in 280 changes the rate by less than 3%', () => {
    fc.assert(
      fc.property(between(1e-6, 300), (edge) => {
        const scale = rangeAround(full, edge, MAX) ?? full;
        const place = toPosition(scale, edge);
        expect(snappedValue(scale, place, edge)).toBe(edge);
        expect(snappedValue(scale, place + 0.0035, edge)).toBe(edge);
        const values = Array.from({ length: 281 }, (_, pixel) => snappedValue(scale, pixel / 280, edge));
        values.slice(1).forEach((value, i) => {
          expect(value / (values[i] ?? NaN)).toBeLessThan(1.03);
        });
      }),
    );
  });

  it('does not snap to an edge outside the slider', () => {
    expect(snappedValue(full, 1, 20)).toBe(10);
  });
});

describe('isSteady', () => {
  it.each([
    ['minimum', [], true],
    ['sight', ['notQuadratic'], true],
    ['minimum', ['notConstantRate', 'adaptive'], false],
    ['end', ['noMinimum'], false],
    ['start', ['noMinimum'], false],
  ] as const)('%s %j', (at, reasons, expected) => {
    expect(isSteady({ at, reasons })).toBe(expected);
  });
});
