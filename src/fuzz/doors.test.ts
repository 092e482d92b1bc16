import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doors } from './doors';

/**
 * Every door is brought what it may be brought, at random. `npm test` tries a few hundred at each; `npm run fuzz` sets
 * FUZZ_INPUTS, for all doors together, and FUZZ_SEED, and has what it saw of each printed.
 */
const asked = process.env['FUZZ_INPUTS'];
const numRuns = Math.ceil(Number(asked ?? 3000) / doors.length);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

test.each(doors)('$name are taken or refused in words', async ({ name, inputs, take }) => {
  const seen = new Seen();
  const begun = Date.now();
  const taken = fc.asyncProperty(inputs, (input) => seen.count(input, take));
  await fc.assert(taken, { numRuns, seed });
  if (asked !== undefined) console.info(seen.line(name, (Date.now() - begun) / 1000));
  // Both happen, so that neither reading nor refusing is left untried.
  if (numRuns >= 100) {
    expect(seen.verdicts.get('taken')).toBeGreaterThan(0);
    expect(seen.verdicts.size).toBeGreaterThan(1);
  }
});

/** Longer than a user waits without noticing, in milliseconds. It is reported and not asserted: a busy machine is no fault of a door. */
const HANGS = 200;

/** What a door said, how often, and how long it took at most. */
class Seen {
  readonly verdicts = new Map<string, number>();
  private longest = 0;

  async count(input: unknown, take: (input: unknown) => string | Promise<string>): Promise<void> {
    const timed = async () => {
      const start = performance.now();
      return { verdict: await take(input), ms: performance.now() - start };
    };
    const { verdict, ms } = await timed();
    // Once more, because a pause of the machine is not the input's fault.
    const again = asked !== undefined && ms > HANGS ? (await timed()).ms : ms;
    this.longest = Math.max(this.longest, Math.min(ms, again));
    this.verdicts.set(verdict, (this.verdicts.get(verdict) ?? 0) + 1);
  }

  /** A row of a table: inputs, those that were taken, kinds of refusals, seconds, the longest in milliseconds, megabytes held at the end. */
  line(name: string, seconds: number): string {
    globalThis.gc?.();
    const held = process.memoryUsage().heapUsed / 2 ** 20;
    const taken = this.verdicts.get('taken') ?? 0;
    const kinds = [...this.verdicts.keys()].filter((verdict) => verdict !== 'taken').length;
    return `| ${[name, numRuns, taken, kinds, seconds.toFixed(0), this.longest.toFixed(0), held.toFixed(0)].join(' | ')} |`;
  }
}
