import puppeteer from 'puppeteer-core';
import { hasDisplayServer, startDisplay } from '../../scripts/display.mjs';
import { findFirefox } from '../../scripts/firefox.mjs';
import { scriptOf, type Browser } from './browser';

/** Firefox, over WebDriver BiDi, which it speaks by itself. */
export async function launchFirefox(): Promise<Browser> {
  const path = findFirefox();
  if (path === null) throw new Error('There is no Firefox here. `npm test` installs one, FIREFOX_PATH names one.');
  // Without a screen, Firefox has no WebGL on Linux.
  const display = hasDisplayServer() ? await startDisplay() : null;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: display === null,
    defaultViewport: { width: 1440, height: 900 },
    env: { ...process.env, ...(display && { DISPLAY: display.name }) },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
  });
  const [page = await browser.newPage()] = await browser.pages();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return {
    goTo: async (address) => {
      await page.goto(address);
    },
    evaluate: async (work, given) => JSON.parse((await page.evaluate(scriptOf(work, given))) as string) as never,
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    complaints: () => complaints,
    close: async () => {
      await browser.close();
      display?.stop();
    },
  };
}
