import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installFromDebian } from './debian.mjs';
import { displayPackage, hasDisplayServer } from './display.mjs';
import { placesInPath } from './programs.mjs';

/**
 * WebKit as GTK's library: its WebDriver, and Debian's Python, which shows the page in a window of the library
 * (e2e/otherBrowsers/webkit.py).
 * @typedef {{ driver: string, version: string }} WebKit
 */

/** Only Debian's own Python has Debian's bindings of the library. */
const PYTHON = '/usr/bin/python3';

const askVersion = [
  'import gi',
  "gi.require_version('WebKit2', '4.1')",
  'from gi.repository import WebKit2 as w',
  "print(w.get_major_version(), w.get_minor_version(), w.get_micro_version(), sep='.')",
].join('\n');

/** @returns {WebKit | null} one that is already here, with a screen in memory for its window */
export const findWebKit = () => {
  const driver = placesInPath(['WebKitWebDriver']).find(existsSync);
  if (driver === undefined || !hasDisplayServer()) return null;
  const { status, stdout } = spawnSync(PYTHON, ['-c', askVersion], { encoding: 'utf8' });
  return status === 0 ? { driver, version: stdout.trim() } : null;
};

/** @returns {WebKit | null} the same, installed as Debian's packages where something was missing; null where that fails */
export const findOrInstallWebKit = () => {
  const found = findWebKit();
  if (found) return found;
  console.log("WebKit, its driver or a screen in memory is missing: installing Debian's packages.");
  installFromDebian('webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'python3-gi', displayPackage);
  return findWebKit();
};
