import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether a program is there and starts: one whose system libraries are missing does not, and another may.
 * @param {string} path
 */
export const starts = (path) => {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a browser's window instead of answering.
  if (process.platform === 'win32') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
};

/**
 * Where a program may lie: in each folder of PATH, by each of its names.
 * @param {readonly string[]} names best first
 * @returns {string[]}
 */
export const placesInPath = (names) => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};
