import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json; every command runs there, wherever it was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program to its end with its output on ours and nothing to read, so that no question can hang it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment] added to our own
 * @returns {boolean} whether it ended with status 0
 */
export const succeeds = (program, args, environment = {}) => {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    // npm and npx are command files on Windows, which only its shell can start.
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${program} did not start: ${error.message}`);
  return status === 0;
};

/**
 * Runs a program beside others, with nothing to read. Its output comes whole at its end, so that those of several do not mix.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ passed: boolean, output: string }>} whether it ended with status 0, and all that it wrote
 */
export const runBeside = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    child.on('error', (error) => resolve({ passed: false, output: `${program} did not start: ${error.message}\n` }));
    child.on('close', (status) => resolve({ passed: status === 0, output }));
  });
