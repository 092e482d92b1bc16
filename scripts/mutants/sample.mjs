import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { CheckStatus } from '@stryker-mutator/api/check';
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { cwd, env } from 'node:process';

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */
/** @typedef {import('@stryker-mutator/api/check').Checker} Checker */
/** @typedef {import('@stryker-mutator/api/check').CheckResult} CheckResult */

/**
 * A number from 0 to 1 that depends on the seed, the place and the change alone: the same mutants are drawn on every machine,
 * and a smaller fraction draws some of those that a larger one draws.
 * @param {Mutant} mutant
 * @param {string} seed
 */
const numberOf = ({ fileName, location: { start, end }, mutatorName, replacement }, seed) => {
  const file = relative(cwd(), fileName).replaceAll('\\', '/');
  const place = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash('sha256').update(JSON.stringify(place)).digest().readUInt32BE() / 2 ** 32;
};

/**
 * Lets Stryker run only a seeded share of the mutants. A checker decides which mutants need no run; those outside the sample
 * are given to Stryker as if they did not compile, which leaves them out of the score.
 * @implements {Checker}
 */
class Sample {
  #fraction = Number(env.MUTANTS_FRACTION ?? 1);
  #seed = env.MUTANTS_SEED ?? '1';

  init() {
    return Promise.resolve();
  }

  /**
   * @param {Mutant[]} mutants
   * @returns {Promise<Record<string, CheckResult>>}
   */
  check(mutants) {
    return Promise.resolve(
      Object.fromEntries(
        mutants.map((mutant) => [
          mutant.id,
          numberOf(mutant, this.#seed) < this.#fraction
            ? { status: CheckStatus.Passed }
            : { status: CheckStatus.CompileError, reason: 'not in the sample' },
        ]),
      ),
    );
  }

  /** All at once. @param {Mutant[]} mutants */
  group(mutants) {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', Sample)];
