import { quantileSorted } from 'd3-array';

/**
 * One way to do a piece of work: how long it took in milliseconds, and every number that came out.
 * @typedef {{ name: string, run: () => Promise<{ ms: number, answer: readonly number[] }> }} Contestant
 */

/**
 * A median and the quartiles around it.
 * @typedef {{ median: number, low: number, high: number }} Spread
 */

/**
 * What was seen of a contestant: its first call, which compiles shaders, and one time for each round, in milliseconds; the
 * largest error of its numbers, null where they are no answer.
 * @typedef {{ name: string, first: number, rounds: readonly number[], error: number | null }} Timed
 */

/**
 * The same with the spread of the rounds; `ratio` is how many times as long as the first contestant it took, round by round.
 * @typedef {{ name: string, first: number, ms: Spread, ratio: Spread, error: number | null }} Measured
 */

const WARM_UP = 3;

/** @param {readonly number[]} values @returns {Spread} */
export const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => quantileSorted(sorted, part) ?? NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
};

/**
 * The largest difference, in parts of the true number where that is above 1.
 * @param {readonly number[]} answer @param {readonly number[]} truth
 */
const errorOf = (answer, truth) => {
  if (answer.length !== truth.length) return Infinity;
  return Math.max(...truth.map((right, i) => Math.abs((answer[i] ?? NaN) - right) / Math.max(1, Math.abs(right))));
};

/**
 * Times contestants in turn, round after round, so that whatever else the machine does falls on all of them; each runs once
 * before it is timed, so that what the one before it left behind, on the GPU for instance, falls on nobody.
 * Every answer is compared with the float64 reference's, of every call: nobody times a wrong one.
 * @param {readonly (Contestant & { truth: readonly number[] | null })[]} contestants without a truth, what is timed is only a part of the work
 * @param {{ tolerance: number, rounds: number }} how
 * @returns {Promise<Timed[]>}
 * @throws where an answer is further than `tolerance` from the truth
 */
export const timeInTurn = async (contestants, { tolerance, rounds }) => {
  const once = async (/** @type {(typeof contestants)[number]} */ { name, run, truth }) => {
    const { ms, answer } = await run();
    const error = truth && errorOf(answer, truth);
    if (error !== null && !(error <= tolerance))
      throw new Error(`${name}: an answer is off by ${error}; allowed is ${tolerance}`);
    return { ms, error };
  };
  const seen = contestants.map((contestant) => ({
    contestant,
    first: NaN,
    rounds: /** @type {number[]} */ ([]),
    error: /** @type {number | null} */ (contestant.truth && 0),
  }));
  for (const entry of seen) {
    entry.first = (await once(entry.contestant)).ms;
    for (let i = 0; i < WARM_UP; i += 1) await once(entry.contestant);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const entry of seen) {
      // Not timed: it clears up after the contestant before.
      await once(entry.contestant);
      const { ms, error } = await once(entry.contestant);
      entry.rounds.push(ms);
      if (error !== null) entry.error = Math.max(entry.error ?? 0, error);
    }
  }
  return seen.map(({ contestant: { name }, ...measured }) => ({ name, ...measured }));
};

/** The spread of the rounds, and of their ratios to the first contestant's. @param {readonly Timed[]} timed @returns {Measured[]} */
export const againstFirst = (timed) => {
  const base = timed[0]?.rounds ?? [];
  return timed.map(({ name, first, rounds, error }) => ({
    name,
    first,
    error,
    ms: spread(rounds),
    ratio: spread(rounds.map((value, round) => value / (base[round] ?? NaN))),
  }));
};

/**
 * Times contestants that all do the same work.
 * @param {readonly Contestant[]} contestants the first is what the others are compared with
 * @param {{ truth: Contestant, tolerance: number, rounds: number }} how
 * @returns {Promise<Measured[]>}
 * @throws as `timeInTurn` does
 */
export const compare = async (contestants, { truth, ...how }) => {
  const { answer } = await truth.run();
  return againstFirst(
    await timeInTurn(
      contestants.map((contestant) => ({ ...contestant, truth: answer })),
      how,
    ),
  );
};
