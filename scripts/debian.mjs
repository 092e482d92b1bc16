import { existsSync } from 'node:fs';
import { succeeds } from './commands.mjs';

const isRoot = () => process.getuid?.() === 0;

/** Where another package manager is at work, waits for it up to five minutes. @param {string[]} args */
const aptGet = (...args) => {
  const waiting = ['-o', 'DPkg::Lock::Timeout=300', ...args];
  return isRoot() ? succeeds('apt-get', waiting) : succeeds('sudo', ['--non-interactive', 'apt-get', ...waiting]);
};

/**
 * Installs packages of Debian with what they need.
 * @param {string[]} names
 * @returns {boolean} whether they are there now; false where there is no apt-get, or no leave to use it
 */
export const installFromDebian = (...names) => {
  if (!existsSync('/usr/bin/apt-get')) return false;
  aptGet('update');
  return aptGet('install', '--yes', '--no-install-recommends', ...names);
};
