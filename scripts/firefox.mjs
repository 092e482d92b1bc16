import { installFromDebian } from './debian.mjs';
import { displayPackage, hasDisplayServer } from './display.mjs';
import { placesInPath, starts } from './programs.mjs';

const usualPlaces = ['/Applications/Firefox.app/Contents/MacOS/firefox', '/snap/bin/firefox'];

/**
 * A Firefox that is already here: the one that FIREFOX_PATH names, or the system's.
 * @returns {string | null} its path
 */
export const findFirefox = () => {
  const asked = process.env['FIREFOX_PATH'];
  const places = asked ? [asked] : [...placesInPath(['firefox-esr', 'firefox']), ...usualPlaces];
  return places.find(starts) ?? null;
};

/**
 * The same, installed as Debian's package where there was none; on Linux with a screen in memory, without which it has
 * no WebGL.
 * @returns {string | null} null where there is none and none can be installed
 */
export const findOrInstallFirefox = () => {
  const found = findFirefox();
  const isComplete = found !== null && (process.platform !== 'linux' || hasDisplayServer());
  if (isComplete || process.env['FIREFOX_PATH']) return found;
  console.log("Firefox, or a screen in memory for it, is missing: installing Debian's packages.");
  installFromDebian('firefox-esr', displayPackage);
  return findFirefox();
};
