import { tickStep, ticks as linearTicks } from 'd3-array';
import { exponentOf, powerOfTen } from './numbers';
import type { Range } from './range';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** About `count` round values inside a range, with as many digits in their labels as it takes to tell them apart. */
export function ticksOf([low, high]: Range, count: number): Tick[] {
  const step = tickStep(low, high, count);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const decimals = Math.max(0, -exponentOf(step));
  const write = largest >= 1e6 || decimals > 6 ? exponential(exponentOf(largest) - exponentOf(step)) : plain(decimals);
  return linearTicks(low, high, count).map((value) => ({ value, label: write(value) }));
}

/** `1,000.0`, with a true minus. */
function plain(decimals: number): (value: number) => string {
  const digits = new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (value) => digits.format(value).replace('-', '−');
}

/** `1.5×10⁶`: every tick with the decimals that the largest one needs. */
function exponential(decimals: number): (value: number) => string {
  return (value) => {
    if (value === 0) return '0';
    const [mantissa = ''] = value.toExponential(decimals).split('e');
    return `${mantissa.replace('-', '−')}×${powerOfTen(exponentOf(value))}`;
  };
}

/** About `count` powers of ten inside a range above 0: every one, or every few; over few decades also 2 and 5 times each. */
export function logTicks([low, high]: Range, count: number): Tick[] {
  const first = Math.ceil(Math.log10(low));
  const last = Math.floor(Math.log10(high));
  // One power of ten does not show the scale: use round numbers.
  if (last - first < 1) return ticksOf([low, high], Math.min(count, 4)).filter(({ value }) => value > 0);
  if (3 * Math.log10(high / low) <= count + 1) return oneTwoFive([low, high], first - 1, last);
  const stride = [1, 2, 3, 5].find((n) => (last - first) / n < count) ?? Math.ceil((last - first) / count / 10) * 10;
  const ticks: Tick[] = [];
  for (let power = Math.ceil(first / stride) * stride; power <= last; power += stride) {
    ticks.push({ value: Number(`1e${power}`), label: powerOfTen(power) });
  }
  return ticks;
}

function oneTwoFive([low, high]: Range, first: number, last: number): Tick[] {
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return powers
    .flatMap((power) =>
      [1, 2, 5].map((factor) => ({
        value: Number(`${factor}e${power}`),
        label: factor === 1 ? powerOfTen(power) : `${factor}×${powerOfTen(power)}`,
      })),
    )
    .filter(({ value }) => value >= low && value <= high);
}
