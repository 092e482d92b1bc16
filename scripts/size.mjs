/** npm run size: whether the built JavaScript keeps within its budgets (docs/design.md, Budgets). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentsFile } from './bundle-contents.mjs';
import { root } from './commands.mjs';

/** @typedef {import('./bundle-contents.mjs').Chunk} Chunk */

const budgets = /** @type {const} */ ([
  { bundle: 'page', bytes: 200_000, name: 'JavaScript before the page can be used' },
  { bundle: 'worker', bytes: 170_000, name: 'The worker, with TensorFlow.js' },
]);

const dist = join(root, 'dist');

/** @returns {Chunk[]} */
const readContents = () => {
  try {
    return JSON.parse(readFileSync(join(dist, contentsFile), 'utf8'));
  } catch (error) {
    throw new Error('There is no built page to weigh: `npm run build` makes one.', { cause: error });
  }
};

/** @param {Chunk} chunk */
const gzippedSize = ({ file }) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/**
 * The files that a bundle starts with and all that they import statically, each once. What the worker runs is built a
 * second time for the page (src/engine/worker/pageWorker.ts), which loads it only where there is no worker. The page loads
 * `first` (vite.config.ts) beside its own file: it computes the first answers, and is the opening. A worker that writes GIFs
 * (src/exports/film/gifWorker.ts) starts when the first is made.
 * @param {'page' | 'worker'} bundle
 * @param {readonly Chunk[]} chunks
 */
const neededBy = (bundle, chunks) => {
  const own = chunks.filter((chunk) => chunk.bundle === bundle);
  const isNeeded = (/** @type {Chunk} */ { isEntry, file }) =>
    (isEntry && !/^assets\/(pageWorker|gifWorker)-/.test(file)) || file.startsWith('assets/first-');
  const needed = new Set(own.filter(isNeeded));
  // A set that grows while it is walked is walked to its end.
  for (const { imports } of needed) {
    for (const chunk of own) if (imports.includes(chunk.file)) needed.add(chunk);
  }
  return [...needed];
};

/** @param {Chunk} chunk */
const holdsTensorFlow = ({ packages }) => Object.keys(packages).some((name) => name.startsWith('@tensorflow/'));

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * @param {Chunk} chunk
 * @returns {string[]} a line for the file, and one for each package that is at least a hundredth of it
 */
const describe = (chunk) => {
  const packages = Object.entries(chunk.packages).sort(([, a], [, b]) => b - a);
  const total = packages.reduce((sum, [, length]) => sum + length, 0);
  const shares = packages.map(([name, length]) => ({ name, share: Math.round((100 * length) / total) }));
  return [
    `${kilobytes(gzippedSize(chunk)).padStart(12)}  ${chunk.file}`,
    ...shares.filter(({ share }) => share >= 1).map(({ name, share }) => `${`${share}%`.padStart(20)} ${name}`),
  ];
};

const chunks = readContents();
for (const { bundle, bytes, name } of budgets) {
  const loaded = neededBy(bundle, chunks);
  const size = loaded.reduce((sum, chunk) => sum + gzippedSize(chunk), 0);
  const kept = size <= bytes && loaded.length > 0;
  if (!kept) process.exitCode = 1;
  console.log(`${kept ? 'kept' : 'EXCEEDED'}: ${name}, gzipped: ${kilobytes(size)} of ${kilobytes(bytes)}`);
  console.log(loaded.flatMap(describe).join('\n'));
}

// The worker is the one place where TensorFlow.js is loaded; on the page it would be downloaded a second time.
const astray = chunks.filter((chunk) => chunk.bundle === 'page' && holdsTensorFlow(chunk));
if (astray.length > 0) {
  process.exitCode = 1;
  console.log(`TensorFlow.js lies outside the worker: ${astray.map(({ file }) => file).join(', ')}`);
}
