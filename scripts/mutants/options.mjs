/**
 * What Stryker is told for every folder.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const options = {
  testRunner: 'vitest',
  // The tests are named for each folder; asking Vite which ones import a changed file would only take time.
  vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  plugins: [
    '@stryker-mutator/vitest-runner',
    './scripts/mutants/sample.mjs',
    './scripts/mutants/programmerErrors.mjs',
    './scripts/mutants/survivors.mjs',
  ],
  checkers: ['sample'],
  ignorers: ['programmer-errors'],
  // Runs take long, and other work goes on beside them.
  concurrency: 1,
  // An endless loop is noticed by how often a mutated place is passed; that the machine is slow must not kill a mutant.
  timeoutMS: 10_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 60,
  tempDirName: '.cache/mutants/sandboxes',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'bench', 'e2e', 'public', 'test-results', 'playwright-report', '.cache'],
  reporters: ['progress', 'survivors', 'json', 'html'],
  allowConsoleColors: false,
};
