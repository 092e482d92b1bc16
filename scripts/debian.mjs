import { existsSync } from 'node:fs';
import { succeeds } from './commands.mjs';

const isRoot = () => process.getuid?.() === 0;

/** @param {string[]} args */
const aptGet = (...args) =>
  isRoot() ? succeeds('apt-get', args) : succeeds('sudo', ['--non-interactive', 'apt-get', ...args]);

/** Seconds to wait for another apt-get to end. */
const LOCK = 'DPkg::Lock::Timeout=300';

/**
 * Installs a package of Debian with what it needs.
 * @param {string} name
 * @returns {boolean} whether it is there now; false where there is no apt-get, or no leave to use it
 */
export const installFromDebian = (name) => {
  if (!existsSync('/usr/bin/apt-get')) return false;
  aptGet('-o', LOCK, 'update');
  return aptGet('-o', LOCK, 'install', '--yes', '--no-install-recommends', name);
};
