import type { Range } from '../kit/geometry/range';
import { ticksOf, type Tick } from '../kit/geometry/ticks';

/** First digit of 1 - value for round values, as on a log scale. */
type Mantissa = 1 | 2 | 5;

/** The last digit of a round value: 0.999, 0.998 and 0.995 are 1 less 0.001, 0.002 and 0.005. */
const lastDigit: Readonly<Record<Mantissa, string>> = { 1: '9', 2: '8', 5: '5' };

/** With more decimals than these, 1 - value is 0 in float64. */
const DECIMALS = 16;

/**
 * Ticks of a `oneMinus` scale for values from 0 on: 0, 0.9, 0.99 ..., with 0.5 or all of 0.5, 0.8, 0.95, 0.98 ... where there is
 * room, or only every second or third where there is little. Over less than a decade they are plain round numbers.
 * @param count about how many plain round numbers
 * @param fit whether the labels of ascending ticks have enough room
 */
export function oneMinusTicks([low, high]: Range, count: number, fit: (ticks: readonly Tick[]) => boolean): Tick[] {
  const inside = roundValues.filter(({ value }) => value >= low && value <= high);
  const plain = Array.from({ length: count }, (_, k) => ticksOf([low, high], count - k));
  const sets = inside.length < 3 ? plain : thinned(inside);
  return sets.find(fit) ?? sets.at(-1)?.slice(0, 1) ?? [];
}

interface RoundValue extends Tick {
  readonly mantissa: Mantissa;
  readonly decimals: number;
}

/** 0, 0.5, 0.8, 0.9, 0.95 ...: the values are parsed from their labels, so that they have no rounding error. */
const roundValues: readonly RoundValue[] = [
  { value: 0, label: '0', mantissa: 1, decimals: 0 },
  ...Array.from({ length: DECIMALS }, (_, k) => k + 1).flatMap((decimals) =>
    ([5, 2, 1] as const).map((mantissa) => {
      const label = `0.${'9'.repeat(decimals - 1)}${lastDigit[mantissa]}`;
      return { value: Number(label), label, mantissa, decimals };
    }),
  ),
];

/** Sets of ticks, from all of them to fewer and fewer. */
function thinned(all: readonly RoundValue[]): Tick[][] {
  const decades = all.filter(({ mantissa }) => mantissa === 1);
  const strides = Array.from({ length: DECIMALS }, (_, k) =>
    decades.filter(({ decimals }) => decimals % (k + 1) === 0),
  );
  const sets = [all, all.filter(({ mantissa, value }) => mantissa === 1 || value === 0.5), ...strides];
  return sets.filter(({ length }) => length > 0).map((set) => set.map(({ value, label }) => ({ value, label })));
}
