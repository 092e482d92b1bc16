import { describe, expect, it } from 'vitest';
import type { Outcome, RunTrace } from '../../engine/trace/types';
import { pad, padLog, type Range } from '../kit/geometry/range';
import { breakWindow, endingOf } from './growth';
import { shownExtent, type LossScale } from './losses';
import { valueAxis } from './valueRange';

const ROOM = 0.04;
const left = (step: number): Outcome => ({ kind: 'left', step });
const diverged = (step: number): Outcome => ({ kind: 'diverged', step, cause: 'overflow' });

const run = (
  loss: readonly number[],
  outcome: Outcome | null = { kind: 'descending' },
  validation?: number[],
): RunTrace => ({
  rows: loss.length,
  params: new Float64Array(loss.length),
  loss: Float64Array.from(loss),
  ...(validation && { validation: Float64Array.from(validation) }),
  state: new Float64Array(0),
  outcome,
  samplesSeen: Float64Array.from(loss, (_, i) => i),
  lr: new Float64Array(loss.length),
});

const seriesOf = ({ loss, validation, ...rest }: RunTrace) => ({
  steps: Int32Array.from(loss, (_, row) => row),
  values: loss,
  ...(validation && { validation }),
  ...endingOf({ loss, ...rest }),
});

const axisOf = (runs: readonly RunTrace[], scale: LossScale, around = false): Range | null =>
  valueAxis(runs.map(seriesOf), scale, shownExtent(scale), around ? breakWindow(runs, 0) : null);

/** A range, apart from rounding. */
const near = (range: Range): unknown[] => range.map((end): unknown => expect.closeTo(end, 6));

/** `count` losses from 100, each a tenth of the one before. */
const falling = (count: number) => Array.from({ length: count }, (_, i) => 100 * 10 ** -i);
/** Losses that begin at 100, each so many times the one before, and then infinity. */
const growing = (factor: number, count: number) => [
  ...Array.from({ length: count }, (_, i) => 100 * factor ** i),
  Infinity,
];

describe('the value axis of runs that do not break', () => {
  it('holds all of them, spikes and validation losses included', () => {
    expect(axisOf([run([10, 500, 0]), run([10, 5])], 'linear')).toEqual(pad([0, 500], ROOM));
    expect(axisOf([run([4, 2, 1], undefined, [5, 6, 7])], 'linear')).toEqual(pad([1, 7], ROOM));
    expect(axisOf([run([0.001, -0.5, 0.75], { kind: 'wandering' })], 'linear')).toEqual(pad([-0.5, 0.75], ROOM));
  });

  it('holds all of a run that left the view downhill', () => {
    expect(axisOf([run([9, 4, 1], left(1))], 'linear')).toEqual(pad([1, 9], ROOM));
  });

  it('leaves to a log axis what is above 0, and is not there where nothing is', () => {
    expect(axisOf([run([10, 0, -3, 2])], 'log')).toEqual(padLog([2, 10], ROOM));
    expect(axisOf([run([-1, -2])], 'log')).toBeNull();
    expect(axisOf([], 'linear')).toBeNull();
  });
});

describe('the value axis beside a run that breaks', () => {
  const good = run(falling(7));

  it.each([
    ['diverged', run(growing(1e6, 6), diverged(6))],
    ['left', run(growing(1e6, 6).slice(0, 6), left(1))],
    ['is about to', run(growing(1e6, 6).slice(0, 6), null)],
  ])('gives two thirds of a log axis to the others: one that %s', (_, bad) => {
    // Six decades from 100 down to 1e-4, and three more upwards.
    expect(axisOf([good, bad], 'log')).toEqual(near(padLog([1e-4, 1e5], ROOM)));
  });

  it('gives two thirds of a linear axis to the others', () => {
    expect(axisOf([run([10, 4, 0]), run([10, 30, 1e5, 1e200, NaN], diverged(4))], 'linear')).toEqual(
      pad([0, 15], ROOM),
    );
  });

  it('holds the first five updates of a growth that needs less', () => {
    // 1.44 times at each of them: 100 becomes 619 after five and 892 after six.
    const [low, high] = axisOf([good, run(growing(1.44, 40), diverged(40))], 'log') ?? [];
    expect([low, high]).toEqual(near(padLog([1e-4, 100 * 1.44 ** 5], ROOM)));
  });

  it('holds what the run did before it broke', () => {
    const late = run([100, 1e-8, 50, 1e9, 1e30, Infinity], diverged(5));
    expect(axisOf([run([100, 10]), late], 'log')?.[0]).toBeLessThan(1e-8);
  });
});

describe('the value axis where all runs break', () => {
  it('is all of the growth on a log axis, where it is a line', () => {
    expect(axisOf([run(growing(1.5, 60), diverged(60))], 'log')).toEqual(padLog([100, 100 * 1.5 ** 59], ROOM));
  });

  it('is that of the calmest, stretched by the others', () => {
    const [, high = 0] = axisOf([run(growing(1e6, 6), diverged(6)), run(growing(10, 6), diverged(6))], 'log') ?? [];
    // Five decades, and half of that.
    expect(Math.log10(high)).toBeCloseTo(2 + 7.5 + 7.5 * ROOM, 9);
  });

  it('is that of the first growing updates on a linear axis', () => {
    expect(axisOf([run(growing(2, 60), diverged(60))], 'linear')).toEqual(pad([100, 3200], ROOM));
  });
});

describe('around a break', () => {
  it('are a few steps before the growth and six after its start', () => {
    const late = run([9, 4, 2, 1, 8, 30, 90, 270, 810, 2430, 7290, Infinity], diverged(11));
    expect(breakWindow([run([1, 1]), late], 0)).toEqual({ run: 1, from: 2, to: 10 });
    expect(breakWindow([run(growing(2, 3), diverged(3))], 0)).toEqual({ run: 0, from: 0, to: 6 });
    expect(breakWindow([run([1, 1])], 0)).toBeNull();
  });

  it('it is the break of the selected run, or the first one', () => {
    const runs = [run([1, 1, 1, 1]), run([1, 1, 1, 9, 99], left(3)), run([1, 9, 99], left(1))];
    expect([0, 1, 2].map((selected) => breakWindow(runs, selected)?.run)).toEqual([2, 1, 2]);
  });

  it('the axis holds these steps of the run that breaks, and of those that do not', () => {
    const bad = run(growing(3, 60), diverged(60));
    const worse = run(growing(1e9, 4), diverged(4));
    const good = run(falling(40));
    expect(axisOf([bad, worse, good], 'log', true)).toEqual(near(padLog([1e-4, 100 * 3 ** 6], ROOM)));
    expect(axisOf([bad, worse, good], 'linear', true)?.[1]).toBeCloseTo(72900 * (1 + ROOM), -1);
  });
});
