import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './counts.mjs';

describe('a Vitest report', () => {
  test('counts passed tests, and all others as failed', () => {
    const files = [{ status: 'failed', assertionResults: [1, 2, 3, 4, 5] }];
    // Two passed, one failed, one skipped, one to do.
    expect(countVitest({ numPassedTests: 2, numTotalTests: 5, testResults: files })).toEqual({ passed: 2, failed: 3 });
  });

  test('counts a file that could not be loaded', () => {
    const files = [
      { status: 'passed', assertionResults: [1, 2] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countVitest({ numPassedTests: 2, numTotalTests: 2, testResults: files })).toEqual({ passed: 2, failed: 1 });
  });

  test('fails when there was nothing to run', () => {
    expect(countVitest({ numPassedTests: 0, numTotalTests: 0, testResults: [] })).toEqual({ passed: 0, failed: 1 });
  });
});

describe('a Playwright report', () => {
  test('counts flaky and skipped tests as failed, and errors outside tests', () => {
    const stats = { expected: 10, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 10, failed: 7 });
  });

  test('fails when there was nothing to run', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 0, failed: 1 });
  });
});
