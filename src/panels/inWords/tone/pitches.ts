import type { HeardCurve } from '../summary';

/** The pitch of the lowest value in hertz, and how many octaves above it the highest sounds. */
const LOWEST_HZ = 220;
const OCTAVES = 3;

/** Most points of a melody: more than an ear can tell apart in a few seconds. */
const MOST = 1000;

/**
 * A curve as pitches: equal distances on the plot are equal intervals and equal times. The melody begins with the first value
 * that the axis can show and ends before the next that it cannot, as after a run has diverged.
 * @returns hertz, at equal distances in time; empty where the axis can show no value
 */
export function pitchesOf({ positions, values, scale }: Omit<HeardCurve, 'label'>): Float32Array {
  const heights = Float64Array.from(values, (value) => (scale === 'log' ? Math.log(value ?? NaN) : (value ?? NaN)));
  const start = heights.findIndex(Number.isFinite);
  if (start < 0) return new Float32Array(0);
  const broken = heights.subarray(start).findIndex((height) => !Number.isFinite(height));
  const shown = heights.subarray(start, broken < 0 ? heights.length : start + broken);
  const along = Float64Array.from(shown, (_, i) => positions[start + i] ?? NaN);
  const [low, high] = shown.reduce(
    ([least, most], height): readonly [number, number] => [Math.min(least, height), Math.max(most, height)],
    [Infinity, -Infinity] as readonly [number, number],
  );
  const pitchOf = (height: number) => LOWEST_HZ * 2 ** (OCTAVES * (high > low ? (height - low) / (high - low) : 0));
  return Float32Array.from(evenly(along, shown, Math.min(shown.length, MOST)), pitchOf);
}

/** A curve's heights at so many positions of equal distance, along straight lines between its points. */
function evenly(along: Float64Array, heights: Float64Array, count: number): Float64Array {
  const [first = 0, last = 0] = [along[0], along[along.length - 1]];
  let next = 1;
  return Float64Array.from({ length: count }, (_, i) => {
    const position = first + (i * (last - first)) / Math.max(1, count - 1);
    while (next < along.length - 1 && (along[next] ?? Infinity) < position) next += 1;
    const [from = NaN, to = from] = [along[next - 1], along[next]];
    const [low = NaN, high = low] = [heights[next - 1], heights[next]];
    return to > from ? low + (high - low) * Math.min(1, (position - from) / (to - from)) : low;
  });
}
