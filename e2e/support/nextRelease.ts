import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hash of the page in the list of files that its service worker has. */
const hashOfPage = /(?<="revision":")\w+(?=","url":"index\.html")/;

/**
 * Makes another release of a built page in place, as a build after a change would: every script has another name, wherever it
 * is named, and none is left under the name it had.
 */
export function makeNextRelease(folder: string): void {
  const scripts = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));
  const named = new RegExp(scripts.map((file) => file.replace('.', '\\.')).join('|'), 'g');
  const next = (text: string) => text.replace(named, (file) => file.replace('.js', '-next.js'));
  for (const path of ['index.html', 'serviceWorker.js', ...scripts.map((file) => join('assets', file))]) {
    const text = next(readFileSync(join(folder, path), 'utf8'));
    writeFileSync(join(folder, path), text.replace(hashOfPage, 'next'));
    renameSync(join(folder, path), join(folder, next(path)));
  }
}
