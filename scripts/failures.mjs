/**
 * What failed, from the JSON reports of the two runners, each as a name and the beginning of its message:
 * said once more at the end of `npm test`, where a reader of only the last lines finds it.
 */

/** Enough of a message to see what was expected, in lines. */
const SHOWN = 12;

/** @param {string} name @param {readonly (string | undefined)[]} messages */
const failure = (name, messages) => {
  const lines = messages.join('\n').split('\n').slice(0, SHOWN);
  return [name, ...lines.map((line) => `  ${line}`)].join('\n');
};

/**
 * @param {{ testResults: readonly { name: string, status: string, message: string,
 *   assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] | null }[] }[] }} report
 * @returns {string[]}
 */
export const failuresVitest = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status !== 'passed');
    if (failed.length === 0) return status === 'failed' ? [failure(name, [message])] : [];
    return failed.map(({ fullName, failureMessages }) => failure(`${name}: ${fullName}`, failureMessages ?? []));
  });

/**
 * @typedef {{ title: string, suites?: readonly Suite[],
 *   specs: readonly { title: string, ok: boolean, tests: readonly { results: readonly { error?: { message?: string } }[] }[] }[] }} Suite
 */

/** @param {readonly Suite[]} suites @param {string} [within] @returns {string[]} */
const failedSpecs = (suites, within = '') =>
  suites.flatMap(({ title, suites: inner = [], specs }) => {
    const path = within === '' ? title : `${within}: ${title}`;
    const failed = specs.filter(({ ok, tests }) => !ok || tests.some(({ results }) => results.length === 0));
    return [
      ...failed.map((spec) =>
        failure(
          `${path}: ${spec.title}`,
          spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message)),
        ),
      ),
      ...failedSpecs(inner, path),
    ];
  });

/**
 * @param {{ suites: readonly Suite[], errors: readonly { message?: string }[] }} report
 * @returns {string[]}
 */
export const failuresPlaywright = ({ suites, errors }) => [
  ...failedSpecs(suites),
  ...errors.map(({ message }) => failure('Playwright', [message])),
];
