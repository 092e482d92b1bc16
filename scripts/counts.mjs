/**
 * How many tests passed and failed, from the JSON reports of the two runners. A skipped test counts as failed:
 * it tells nothing, and a green line must not hide it. So does a file that could not be loaded, and an empty run.
 * @typedef {{ passed: number, failed: number }} Count
 */

/** @param {Count} count */
const withoutEmptiness = ({ passed, failed }) => ({ passed, failed: passed + failed === 0 ? 1 : failed });

/**
 * @param {Pick<import('vitest/node').JsonTestResults, 'numPassedTests' | 'numTotalTests'>
 *   & { testResults: { status: string, assertionResults: readonly unknown[] }[] }} report
 * @returns {Count}
 */
export const countVitest = ({ numPassedTests, numTotalTests, testResults }) => {
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return withoutEmptiness({ passed: numPassedTests, failed: numTotalTests - numPassedTests + unloaded.length });
};

/**
 * @param {Pick<import('@playwright/test/reporter').JSONReport, 'errors'>
 *   & { stats: Pick<import('@playwright/test/reporter').JSONReport['stats'], 'expected' | 'unexpected' | 'flaky' | 'skipped'> }} report
 * @returns {Count}
 */
export const countPlaywright = ({ stats, errors }) =>
  withoutEmptiness({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length });
