import { spread } from './measure.mjs';
import { watch } from './sliders.mjs';

/** First visits of each kind. */
const VISITS = 5;

/**
 * On what the page is opened, and how soon something must be seen, in milliseconds. The telephone has a processor of a quarter
 * of the speed, 1.6 Mbit/s and a delay of 150 ms.
 */
export const loads = /** @type {const} */ ([
  { title: 'desktop', viewport: { width: 1440, height: 900 }, slowdown: 1, network: null, paint: 150, curve: 300 },
  {
    title: 'slow telephone',
    viewport: { width: 390, height: 844 },
    slowdown: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 },
    paint: 600,
    curve: 1500,
  },
]);

/** The telephone again, without a network: the page is on the device (src/workbench/offline). In milliseconds. */
export const offlineReload = /** @type {const} */ ({ viewport: { width: 390, height: 844 }, slowdown: 4, curve: 1000 });

/** Most bytes, as they come over the network, until the page can be used. */
export const LOAD_BYTES = 250_000;

/**
 * What a first visit saw, in milliseconds from its beginning: the first paint, the first curve, the first path that the page itself
 * has drawn, when it can be used; bytes loaded until then.
 * @typedef {{ paint: number, curve: number, path: number, bytes: number }} Visit
 */

/** Runs in the page before its own code does, after `watch`, and notes when a curve is there: that of the HTML, or the first line drawn. */
const watchCurve = () => {
  const look = () => {
    const curve = [...document.querySelectorAll('.first-curve')].some((found) => found.getClientRects().length > 0);
    // The frame that begins with this call shows it.
    if (curve || window.seen.firstStroke > 0) window.seen.curve = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/**
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page @param {(typeof loads)[number]} how
 * @returns {Promise<Visit>}
 */
const visit = async (browser, address, { viewport, slowdown, network }) => {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (network) await devtools.send('Network.emulateNetworkConditions', network);
  if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(watch);
  await page.addInitScript(watchCurve);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen.firstStroke > 0, null, { polling: 20 });
  const untilUsed = bytes;
  const { paint, curve, path } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    curve: window.seen.curve ?? window.seen.firstStroke,
    path: window.seen.firstStroke,
  }));
  await context.close();
  // A curve that the first paint shows is seen with it.
  return { paint, curve: Math.max(paint, Math.min(curve, path)), path, bytes: untilUsed };
};

/**
 * Opens the built page as a first visit does, again and again, each time with an empty cache.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 */
export const measureLoads = async (browser, address) => {
  const measured = [];
  for (const how of loads) {
    /** @type {Visit[]} */
    const visits = [];
    for (let i = 0; i < VISITS; i += 1) visits.push(await visit(browser, address, how));
    const of = (/** @type {keyof Visit} */ what) => spread(visits.map((seen) => seen[what]));
    const found = { title: how.title, paint: of('paint'), curve: of('curve'), path: of('path'), bytes: of('bytes') };
    const met = found.paint.median <= how.paint && found.curve.median <= how.curve && found.bytes.median <= LOAD_BYTES;
    measured.push({ ...found, met });
  }
  return measured;
};

/**
 * Opens the built page again and again on a telephone that has been there before and has no network now.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 * @returns milliseconds from the beginning of a visit until its first curve, and whether the bar is met
 */
export const measureOfflineReloads = async (browser, address) => {
  const context = await browser.newContext({ viewport: offlineReload.viewport, locale: 'en-US' });
  // A person who was here before has seen the opening.
  await context.addInitScript(() => localStorage.setItem('overshoot.opening', 'seen'));
  await context.addInitScript(watch);
  await context.addInitScript(watchCurve);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });
  await context.setOffline(true);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: offlineReload.slowdown });
  const curves = [];
  for (let i = 0; i < VISITS; i += 1) {
    await page.reload({ waitUntil: 'commit' });
    await page.waitForFunction(() => window.seen.firstStroke > 0, null, { polling: 20 });
    curves.push(await page.evaluate(() => Math.min(window.seen.curve ?? Infinity, window.seen.firstStroke)));
  }
  await context.close();
  const curve = spread(curves);
  return { curve, met: curve.median <= offlineReload.curve };
};
