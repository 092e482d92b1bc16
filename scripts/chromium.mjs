import { chromium } from '@playwright/test';
import { succeeds } from './commands.mjs';
import { installFromDebian } from './debian.mjs';
import { placesInPath, starts } from './programs.mjs';

/**
 * The Chromium that tests and measurements drive, looked for in a fixed order.
 * @typedef {{ path: string, source: string }} Chromium
 */

/** What headless runs start it with: WebGL in software where there is no GPU, and nothing that calls home. */
export const chromiumArguments = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // Told to use a software GPU, Chromium takes it for a real one and draws every canvas of a page with it, twenty times
  // slower than the processor does by itself: no user's browser does that.
  '--disable-gpu-compositing',
];

/**
 * Chromium without windows, as Playwright starts its own: Debian's whole Chromium also starts the processes that draw its
 * toolbar, for every page of a test anew.
 */
const SHELL = 'chromium-headless-shell';

const names = [SHELL, 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where Playwright keeps its Chromium, there or not. */
const playwrightsPath = () => chromium.executablePath();

const systemPaths = () => [...placesInPath(names), ...usualPlaces];

/**
 * A Chromium that is already here: CHROMIUM_PATH, Playwright's own, or the system's.
 * @returns {Chromium | null}
 * @throws if CHROMIUM_PATH names something that does not start: it was set to mean that one
 */
export const findChromium = () => {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (starts(asked)) return { path: asked, source: 'CHROMIUM_PATH' };
    throw new Error(`CHROMIUM_PATH is ${asked}, which is not a browser that starts. Correct it, or unset it.`);
  }
  const own = playwrightsPath();
  if (starts(own)) return { path: own, source: "Playwright's own" };
  const path = systemPaths().find(starts);
  return path === undefined ? null : { path, source: "the system's" };
};

/**
 * A Chromium, installed where there was none: from Playwright's site, or as Debian's package.
 * @returns {Chromium | null} null where both failed
 * @throws as findChromium
 */
export const findOrInstallChromium = () => {
  const found = findChromium();
  if (found?.source === "the system's" && !found.path.includes(SHELL)) {
    installFromDebian(SHELL);
    return findChromium();
  }
  if (found) return found;

  console.log('No Chromium here: installing the one that Playwright is made for.');
  if (succeeds('npx', ['playwright', 'install', 'chromium']) && starts(playwrightsPath())) {
    return { path: playwrightsPath(), source: 'Playwright (just installed)' };
  }
  console.log("That did not give one that starts: installing Debian's.");
  installFromDebian(SHELL);
  const path = systemPaths().find(starts);
  return path === undefined ? null : { path, source: 'Debian (just installed)' };
};
