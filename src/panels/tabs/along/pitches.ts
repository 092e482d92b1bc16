/** The pitch of the lowest loss in hertz, and how many octaves above it the highest sounds. */
const LOWEST_HZ = 220;
const OCTAVES = 3;

/** Most points of a melody: more than an ear can tell apart in a few seconds. */
const MOST = 1000;

/**
 * The losses of a run as pitches, along an axis as the plot has it: equal distances on the plot are equal intervals. The melody
 * ends before the first loss that the axis cannot show, as after a run has diverged.
 * @param losses one a step
 * @returns hertz, at equal distances in time; empty where the axis can show no loss
 */
export function pitchesOf(losses: Float64Array, scale: 'log' | 'linear'): Float32Array {
  const heights = scale === 'log' ? losses.map(Math.log) : losses;
  const end = heights.findIndex((height) => !Number.isFinite(height));
  const shown = end < 0 ? heights : heights.subarray(0, end);
  const [low, high] = shown.reduce(([least, most], height) => [Math.min(least, height), Math.max(most, height)], [
    Infinity,
    -Infinity,
  ] as readonly [number, number]);
  const count = Math.min(shown.length, MOST);
  return Float32Array.from({ length: count }, (_, i) => {
    const height = shown[Math.round((i * (shown.length - 1)) / Math.max(1, count - 1))] ?? low;
    return LOWEST_HZ * 2 ** (OCTAVES * (high > low ? (height - low) / (high - low) : 0));
  });
}
