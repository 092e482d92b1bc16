import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, succeeds } from './commands.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Package */

/**
 * @param {string} file relative to the root
 * @returns {Record<string, Package>} packages by folder; empty where there is no such file
 */
const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return {};
  }
};

/** Whether every package of the lock file lies in node_modules in the version that it names. */
const isInstalled = () => {
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(([folder]) => folder !== '');
  const present = packagesIn('node_modules/.package-lock.json');
  // Optional packages are other systems' builds of the same thing: npm leaves them out.
  return wanted.every(([folder, { version, optional }]) => optional || present[folder]?.version === version);
};

/**
 * Installs the packages of the lock file, where they are missing or others than it names.
 * @returns {boolean} whether they are there now
 */
export const installMissing = () => {
  if (isInstalled()) return true;
  console.log('Installing the packages of package-lock.json.');
  return succeeds('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
};
