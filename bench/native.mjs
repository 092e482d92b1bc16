import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../scripts/commands.mjs';
import { adam, comparedPixels, oneRun, rosenbrock, swept } from './experiments.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

const compiler = process.env['CC'] ?? 'cc';
const start = promisify(execFile);

const { x, y, width, height } = swept.sweep;
/** What adam.c is given, but for the number of threads, which comes last. */
const settings = [
  ...[width, height, oneRun.steps, x.from, x.to, y.from, y.to, ...oneRun.start],
  ...[rosenbrock.a, rosenbrock.b, adam.beta2, adam.eps],
].map(String);

/** Four vectors at once: the operations of one wait for each other. */
const VECTORS = 4;

/**
 * Builds adam.c for vectors of so many bits.
 * @param {number} bits
 * @returns {string | null} the program; null where the compiler refuses
 */
const build = (bits) => {
  const folder = join(root, 'node_modules', '.cache', 'bench-native');
  mkdirSync(folder, { recursive: true });
  const program = join(folder, `adam${bits}`);
  const flags = ['-O3', '-march=native', '-fno-math-errno', '-fno-trapping-math', `-DLANES=${(VECTORS * bits) / 32}`];
  const vectorFlags = process.arch === 'x64' ? [`-mprefer-vector-width=${bits}`] : [];
  const source = join(root, 'bench', 'native', 'adam.c');
  const { status } = spawnSync(compiler, [...flags, ...vectorFlags, '-o', program, source, '-lm', '-lpthread']);
  return status === 0 ? program : null;
};

/** @param {string} program @param {number} threads */
const run = async (program, threads) => {
  const { stdout } = await start(program, [...settings, String(threads)], { maxBuffer: 2 ** 26 });
  const [ms = NaN, ...losses] = stdout.trim().split('\n').map(Number);
  return { ms, answer: comparedPixels.map((pixel) => losses[pixel] ?? NaN) };
};

/**
 * The sweep of the contests by native code, with vectors of 128 and 256 bits on all cores, and of 128 bits on one.
 * @returns {readonly Contestant[]} none where there is no C compiler
 */
export const nativeSweeps = () => {
  const cores = availableParallelism();
  // Other processors than x64 have vectors of 128 bits only.
  const wide = process.arch === 'x64' ? [{ bits: 256, threads: cores }] : [];
  return [{ bits: 128, threads: cores }, ...wide, { bits: 128, threads: 1 }].flatMap(({ bits, threads }) => {
    const program = build(bits);
    if (program === null) return [];
    const name = `native code, ${bits}-bit vectors, ${threads === 1 ? 'one core' : `${threads} cores`}`;
    return [{ name, run: () => run(program, threads) }];
  });
};

/** What to do where there is no such code. */
export const nativeMissing = `Native code is not measured: "${compiler}" does not compile bench/native/adam.c. CC names another C compiler.`;
