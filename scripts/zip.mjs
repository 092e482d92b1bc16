/**
 * npm run zip: builds the page and packs it into overshoot.zip, for a USB stick, a web space or a learning platform. Unpacked,
 * it runs from any folder of any web server.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { build } from 'vite';
import { root } from './commands.mjs';

const dist = join(root, 'dist');

/** The page's files, relative to dist; not what the build has written down about itself. @returns {string[]} */
const pageFiles = () =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(dist, file)).isFile() && !file.startsWith('.vite'))
    .sort();

/**
 * @param {string} target the file to write
 * @returns {Promise<number>} its size in bytes
 */
export const zipPage = async (target) => {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 9, useWebWorkers: false });
  for (const file of pageFiles()) {
    const path = join(dist, file);
    const name = relative(dist, path).split(sep).join('/');
    await zip.add(name, new Uint8ArrayReader(readFileSync(path)), { lastModDate: statSync(path).mtime });
  }
  const packed = await zip.close();
  writeFileSync(target, packed);
  return packed.length;
};

if (import.meta.filename === process.argv[1]) {
  await build({ root, logLevel: 'warn' });
  const size = await zipPage(join(root, 'overshoot.zip'));
  console.log(`overshoot.zip, ${(size / 1e6).toFixed(1)} MB`);
}
