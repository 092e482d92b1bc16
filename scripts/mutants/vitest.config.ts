import { env } from 'node:process';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Quick files first: a mutant that one of them kills needs no slow one. */
class QuickFirst extends BaseSequencer {
  /** Longest time of each file so far, in ms; one that stopped at a failure took less than it does. */
  static readonly #times = new Map<string, number>();

  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const times = QuickFirst.#times;
    for (const { moduleId, project } of files) {
      const key = `${project.name}:${moduleId.slice(project.config.root.length + 1)}`;
      const { duration = 0 } = this.ctx.cache.getFileTestResults(key) ?? {};
      times.set(moduleId, Math.max(duration, times.get(moduleId) ?? 0));
    }
    return Promise.resolve([...files].sort((a, b) => (times.get(a.moduleId) ?? 0) - (times.get(b.moduleId) ?? 0)));
  }
}

/** The unit tests as `npm run mutants` runs them, again and again with another mutant. */
export default defineConfig({
  test: {
    environment: 'node',
    // Not by Stryker's option `testFiles`: with it, a change to what runs while a module loads is made too late to be noticed.
    include: JSON.parse(env.MUTANTS_TESTS ?? '[]') as string[],
    setupFiles: ['src/formula/testing/withMatrices.ts', 'scripts/mutants/sameInputs.ts'],
    // One after the other: the first of them, Stryker's, makes the change before any other loads code.
    sequence: { sequencer: QuickFirst, setupFiles: 'list' },
    testTimeout: 600_000,
  },
});
