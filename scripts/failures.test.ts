import { expect, test } from 'vitest';
import { failuresPlaywright, failuresVitest } from './failures.mjs';

test('a Vitest report names what did not pass, and files that could not be loaded', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'adds', status: 'passed' },
        { fullName: 'divides', status: 'failed', failureMessages: ['expected 1 to be 2'] },
        { fullName: 'multiplies', status: 'pending' },
      ],
    },
    { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [] },
  ];
  expect(failuresVitest({ testResults })).toEqual([
    'a.test.ts: divides\n  expected 1 to be 2',
    'a.test.ts: multiplies\n  ',
    'b.test.ts\n  no such module',
  ]);
});

test('of a long message the beginning is said', () => {
  const message = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
  const [said] = failuresVitest({
    testResults: [{ name: 'a.test.ts', status: 'failed', message, assertionResults: [] }],
  });
  expect(said).toContain('line 0');
  expect(said).not.toContain('line 50');
});

test('a Playwright report names what did not pass or did not run, by its place, and errors outside tests', () => {
  const ran = (...messages: (string | undefined)[]) => [
    { results: messages.map((message) => (message === undefined ? {} : { error: { message } })) },
  ];
  const suites = [
    {
      title: 'x.spec.ts',
      specs: [
        { title: 'opens', ok: true, tests: ran(undefined) },
        { title: 'closes', ok: false, tests: ran('it stayed open') },
        { title: 'waits', ok: true, tests: ran() },
      ],
      suites: [{ title: 'inside', specs: [{ title: 'turns', ok: false, tests: ran('it stood') }] }],
    },
  ];
  expect(failuresPlaywright({ suites, errors: [{ message: 'the server did not start' }] })).toEqual([
    'x.spec.ts: closes\n  it stayed open',
    'x.spec.ts: waits\n  ',
    'x.spec.ts: inside: turns\n  it stood',
    'Playwright\n  the server did not start',
  ]);
});
