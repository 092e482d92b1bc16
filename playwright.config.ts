import { fileURLToPath } from 'node:url';
import { defineConfig, devices, type Project } from '@playwright/test';
import { freePort } from './e2e/support/freePort';
import { chromiumArguments, findChromium } from './scripts/chromium.mjs';

// Every worker process reads this file again: the first reading decides for all of them.
process.env['OVERSHOOT_E2E_PORT'] ??= String(await freePort());
const address = `http://127.0.0.1:${process.env['OVERSHOOT_E2E_PORT']}`;

const chromium = findChromium();
if (chromium === null) throw new Error('There is no Chromium here. `npm test` installs one, CHROMIUM_PATH names one.');

/** Pictures of the page, compared with images in the repository (e2e/pictures/README.md). */
const pictures: Project = {
  name: 'pictures',
  testDir: 'e2e/pictures',
  // Without the platform's name: the fonts and the renderer are the same everywhere.
  snapshotPathTemplate: '{testDir}/references/{arg}{ext}',
  use: {
    deviceScaleFactor: 1,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromium.path,
      // The headless shell hints glyphs by itself; a Chromium with windows asks the machine's settings.
      args: [...chromiumArguments, '--font-render-hinting=none'],
      // Otherwise glyphs are drawn as the machine's settings say.
      env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('e2e/pictures/fonts.conf', import.meta.url)) },
    },
  },
};

export default defineConfig({
  testDir: 'e2e',
  // Software WebGL is slow: bounds against hanging, not measurements.
  timeout: 300_000,
  expect: {
    timeout: 60_000,
    // A pixel counts as different from a tenth of the way from black to white on, and ten of them may. So few, because the
    // same scene gives the same pixels on Chromium 150 and 156, and one other digit on an axis is hardly more.
    toHaveScreenshot: { threshold: 0.1, maxDiffPixels: 10 },
  },
  // A core each on the smallest machine that runs this: a page waits for its worker, its timers and its network half of the time.
  workers: 2,
  // By tests, not by files: no test needs another, and no long file leaves a core idle at the end.
  fullyParallel: true,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Requests would go past `page.route`, and every page would fetch the whole build.
    serviceWorkers: 'block',
    launchOptions: { executablePath: chromium.path, args: [...chromiumArguments] },
    // Snapshots and screenshots of every action take a third of all the tests' time: `--trace on` makes them, for one test.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [{ name: 'chromium', testIgnore: 'pictures/**' }, pictures],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --strictPort --port ${process.env['OVERSHOOT_E2E_PORT']}`,
    url: address,
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
