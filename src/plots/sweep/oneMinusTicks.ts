import type { Range } from '../kit/geometry/range';
import { ticksOf, type Tick } from '../kit/geometry/ticks';

/** Distances of round values from 1 begin with these, as round values do on a logarithmic scale. */
type Mantissa = 1 | 2 | 5;

/** 0.999, 0.998 and 0.995 are 1 less a thousandth, two and five. */
const lastDigit: Readonly<Record<Mantissa, string>> = { 1: '9', 2: '8', 5: '5' };

/** Decimals beyond which float64 does not tell 1 - value from 0. */
const DECIMALS = 16;

/**
 * Ticks of a scale that is logarithmic in 1 - value, for values from 0: 0, 0.9, 0.99 ..., besides 0.5 or all of 0.5, 0.8, 0.95,
 * 0.98 ... where there is room, or only every second or third. Within less than a decade they are plain round numbers.
 * @param count about so many of the plain ones
 * @param fit whether the labels of some ticks, in ascending order, stand clear of each other
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

/** 0, 0.5, 0.8, 0.9, 0.95 ... as they are written, and read from that: no sum rounds them. */
const roundValues: readonly RoundValue[] = [
  { value: 0, label: '0', mantissa: 1, decimals: 0 },
  ...Array.from({ length: DECIMALS }, (_, k) => k + 1).flatMap((decimals) =>
    ([5, 2, 1] as const).map((mantissa) => {
      const label = `0.${'9'.repeat(decimals - 1)}${lastDigit[mantissa]}`;
      return { value: Number(label), label, mantissa, decimals };
    }),
  ),
];

/** From all of them to fewer and fewer. */
function thinned(all: readonly RoundValue[]): Tick[][] {
  const decades = all.filter(({ mantissa }) => mantissa === 1);
  const strides = Array.from({ length: DECIMALS }, (_, k) =>
    decades.filter(({ decimals }) => decimals % (k + 1) === 0),
  );
  const sets = [all, all.filter(({ mantissa, value }) => mantissa === 1 || value === 0.5), ...strides];
  return sets.filter(({ length }) => length > 0).map((set) => set.map(({ value, label }) => ({ value, label })));
}
