/**
 * npm test: everything that can be known about this tree, on a machine that has Node and nothing else.
 * Installs what is missing, finds or installs a Chromium, a Firefox, a WebKit and a Python with PyTorch, then checks types, format, lint, imports, unused code and the links in
 * the docs, runs the unit tests and, where there is PyTorch, the code that the page writes for it, builds, weighs the build and drives it in the browsers. A stage that fails does not keep the next from running.
 * The last line is `N passed, N failed`: each test counts as one, and so does each stage that is not made of tests.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBeside, succeeds } from './commands.mjs';
import { countPlaywright, countVitest } from './counts.mjs';
import { failuresPlaywright, failuresVitest } from './failures.mjs';
import { findOrInstallFirefox } from './firefox.mjs';
import { installMissing } from './install.mjs';
import { findOrInstallTorch } from './torch.mjs';
import { findOrInstallWebKit } from './webkit.mjs';

/** @typedef {import('./counts.mjs').Count} Count */

const reports = mkdtempSync(join(tmpdir(), 'overshoot-test-'));
const one = { passed: 1, failed: 0 };
const none = { passed: 0, failed: 1 };
/** What is said once more before the last line. @type {string[]} */
const failures = [];

/** Names a stage, with the time since the first one, which shows where the minutes go. @param {string} name */
const announce = (name) => console.log(`\n== ${name} (after ${Math.round(performance.now() / 1000)} s)`);

/**
 * A stage that passes or fails as a whole.
 * @param {string} name
 * @param {() => boolean} passes
 * @returns {Count}
 */
const check = (name, passes) => {
  announce(name);
  if (passes()) return one;
  console.log(`FAILED: ${name}`);
  failures.push(name);
  return none;
};

/**
 * A stage made of tests, whose report says how many passed. One that ended badly never counts as a clean pass.
 * @template Counted
 * @template Named
 * @param {string} name
 * @param {(file: string) => boolean} runs leaves its JSON report in the file
 * @param {{ count: (report: Counted) => Count, failures: (report: Named) => string[] }} read of one report
 * @returns {Count}
 */
const suite = (name, runs, read) => {
  announce(`${name} tests`);
  const file = join(reports, `${name}.json`);
  const endedWell = runs(file);
  try {
    const report = readFileSync(file, 'utf8');
    failures.push(...read.failures(JSON.parse(report)));
    const { passed, failed } = read.count(JSON.parse(report));
    if (!endedWell && failed === 0) failures.push(`the ${name} tests passed, and their runner failed`);
    return { passed, failed: endedWell ? failed : Math.max(failed, 1) };
  } catch (error) {
    failures.push(`the ${name} tests left no report: ${String(error)}`);
    return none;
  }
};

/** @param {string} script of package.json */
const npmRun = (script) => () => succeeds('npm', ['run', '--silent', script]);

/**
 * Stages that pass or fail as a whole and need nothing of each other, as many at once as there are cores.
 * @param {Readonly<Record<string, string>>} scripts of package.json, by the name of the stage; the longest first
 * @returns {Promise<Count[]>}
 */
const checksAtOnce = async (scripts) => {
  const waiting = Object.entries(scripts);
  /** @type {Count[]} */
  const counts = [];
  const runNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, script] = next;
      const { passed, output } = await runBeside('npm', ['run', '--silent', script]);
      const show = () => {
        process.stdout.write(output);
        return passed;
      };
      counts.push(check(name, show));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runNext));
  return counts;
};

/**
 * @param {readonly string[]} options of Vitest
 * @param {Readonly<Record<string, string>>} [environment]
 */
const runVitest = (options, environment) => (/** @type {string} */ file) =>
  succeeds(
    'npx',
    ['vitest', 'run', ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    environment,
  );
const readVitest = { count: countVitest, failures: failuresVitest };

/** @param {string} path of the Chromium */
const runBrowserTests = (path) => (/** @type {string} */ file) =>
  succeeds('npx', ['playwright', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });

/** @returns {Promise<import('./chromium.mjs').Chromium | null>} */
const browser = async () => {
  // Only now: on a fresh machine Playwright was not there before.
  const { findOrInstallChromium } = await import('./chromium.mjs');
  try {
    return findOrInstallChromium();
  } catch (error) {
    console.log(String(error));
    return null;
  }
};

/** @returns {Promise<Count[]>} */
const runStages = async () => {
  if (check('install', installMissing) === none) return [none];

  announce('Chromium');
  const chromium = await browser();
  if (chromium) console.log(`${chromium.source}: ${chromium.path}`);
  else failures.push('no Chromium could be found or installed');

  announce('PyTorch');
  const torch = findOrInstallTorch();
  if (torch) console.log(`torch ${torch.version}: ${torch.path}`);
  else console.log('There is none, and none could be installed: the code for PyTorch is written but not run.');

  announce('Firefox and WebKit');
  const firefox = findOrInstallFirefox();
  console.log(firefox ? `Firefox: ${firefox}` : 'There is no Firefox, and none could be installed: it is not tested.');
  const webkit = findOrInstallWebKit();
  console.log(
    webkit
      ? `WebKit ${webkit.version}: ${webkit.driver}`
      : 'There is no WebKit with a driver, and none could be installed: it is not tested.',
  );

  const counts = [
    ...(await checksAtOnce({
      lint: 'lint',
      types: 'typecheck',
      format: 'format:check',
      'unused code': 'unused',
      imports: 'imports',
      'links in docs': 'links',
    })),
    suite('unit', runVitest([]), readVitest),
    ...(torch
      ? [suite('PyTorch', runVitest(['--config=vitest.torch.config.ts'], { TORCH_PYTHON: torch.path }), readVitest)]
      : []),
    check('build', npmRun('build')),
  ];
  // Without a build, what lies in dist is not this tree.
  if (counts.at(-1) === none) return counts;

  counts.push(check('size', npmRun('size')));
  counts.push(
    chromium === null
      ? none
      : suite('browser', runBrowserTests(chromium.path), { count: countPlaywright, failures: failuresPlaywright }),
  );
  if (firefox ?? webkit)
    counts.push(suite('other browsers’', runVitest(['--config=vitest.browsers.config.ts']), readVitest));
  return counts;
};

const counts = await runStages();
rmSync(reports, { recursive: true });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
if (failed > 0) process.exitCode = 1;
for (const failure of failures) console.log(`\nFAILED: ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
