import { defineConfig } from 'vitest/config';
import { findFirefox } from './scripts/firefox.mjs';
import { findWebKit } from './scripts/webkit.mjs';

/** Browsers beside Chromium that are here: `npm test` installs them where it can. */
const found = [
  { name: 'firefox', isHere: findFirefox() !== null },
  { name: 'webkit', isHere: findWebKit() !== null },
];
for (const { name, isHere } of found) if (!isHere) console.log(`There is no ${name} here: its tests are left out.`);

/** The smoke tests in other browsers, against `dist/`. */
export default defineConfig({
  // What is in public/ is served by the tests' own server, from dist/.
  publicDir: false,
  test: {
    environment: 'node',
    include: found.filter(({ isHere }) => isHere).map(({ name }) => `e2e/otherBrowsers/${name}.smoke.ts`),
    globalSetup: 'e2e/otherBrowsers/server.ts',
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
