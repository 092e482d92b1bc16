import { skipOpening } from './desktop.mjs';
import { spread } from './measure.mjs';
import { peersHere, servePeer } from './peers.mjs';
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
 * What a first visit saw, in milliseconds from its beginning: the first paint, the first curve, and when the page can be used;
 * bytes loaded until then.
 * @typedef {{ paint: number, curve: number, used: number, bytes: number }} Visit
 */

/**
 * Elements by which it is seen what is on the screen: a picture of something computed, and a control that answers.
 * @typedef {{ picture: string, control: string }} Shows
 */

/** The page shows a picture before it has loaded: what lies over it until then is no control of its own. @type {Shows} */
const ours = { picture: '.first-curve, #root canvas', control: 'html:not(:has(.first-paint)) #root input[type=range]' };

/**
 * Runs in the page before its own code does, and notes when both are there.
 * @param {Shows} shows
 */
const watchScreen = ({ picture, control }) => {
  const isSeen = (/** @type {string} */ what) =>
    [...document.querySelectorAll(what)].some((found) => found.getClientRects().length > 0);
  // The frame in progress shows what is there; a look at the beginning of each frame would come one frame too late.
  const observer = new MutationObserver(() => {
    if (!window.seen.curve && isSeen(picture)) window.seen.curve = performance.now();
    if (!window.seen.used && isSeen(control)) window.seen.used = performance.now();
    if (window.seen.curve && window.seen.used) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
};

/**
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {(typeof loads)[number]} how @param {Shows} shows
 * @returns {Promise<Visit>}
 */
const visit = async (browser, address, { viewport, slowdown, network }, shows) => {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  // Fonts and counters of other hosts, which cannot be reached everywhere, are left out at once.
  await devtools.send('Network.setBlockedURLs', { urls: ['https://*'] });
  if (network) await devtools.send('Network.emulateNetworkConditions', network);
  if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  /** Files as they came, `at` milliseconds from the beginning of the visit. @type {{ at: number, bytes: number }[]} */
  const files = [];
  let begun = NaN;
  devtools.once('Network.requestWillBeSent', ({ timestamp }) => (begun = timestamp));
  devtools.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) =>
    files.push({ at: 1000 * (timestamp - begun), bytes: encodedDataLength }),
  );
  await page.addInitScript(watch);
  await page.addInitScript(watchScreen, shows);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen.curve && window.seen.used, null, { polling: 20 });
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  await page.waitForFunction(isPainted, null, { polling: 20 });
  const { paint, curve, used } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    curve: window.seen.curve ?? NaN,
    used: window.seen.used ?? NaN,
  }));
  await context.close();
  // What the first paint shows is seen with it.
  const [seen, usable] = [Math.max(paint, curve), Math.max(paint, used)];
  const bytes = files.filter(({ at }) => at <= usable).reduce((sum, file) => sum + file.bytes, 0);
  return { paint, curve: seen, used: usable, bytes };
};

/**
 * Opens a page as a first visit does, again and again, each time with an empty cache.
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {(typeof loads)[number]} how
 * @param {Shows} shows
 */
const firstVisits = async (browser, address, how, shows) => {
  /** @type {Visit[]} */
  const visits = [];
  for (let i = 0; i < VISITS; i += 1) visits.push(await visit(browser, address, how, shows));
  const of = (/** @type {keyof Visit} */ name) => spread(visits.map((seen) => seen[name]));
  return { paint: of('paint'), curve: of('curve'), used: of('used'), bytes: of('bytes') };
};

/**
 * Opens the built page, and every peer that is here, on each device.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 */
export const measureLoads = async (browser, address) => {
  const measured = [];
  for (const how of loads) {
    const found = await firstVisits(browser, address, how, ours);
    const peers = [];
    for (const peer of peersHere()) {
      const served = await servePeer(peer);
      try {
        peers.push({ title: peer.title, ...(await firstVisits(browser, served.address, how, peer.shows)) });
      } finally {
        await served.close();
      }
    }
    measured.push({ title: how.title, ...found, peers });
  }
  return measured;
};

/**
 * Opens the built page again and again on a telephone that has been there before and has no network now.
 * @param {import('@playwright/test').Browser} browser @param {string} address of the built page
 * @returns milliseconds from the beginning of a visit until its first curve
 */
export const measureOfflineReloads = async (browser, address) => {
  const context = await browser.newContext({ viewport: offlineReload.viewport, locale: 'en-US' });
  // A user who was here before has seen the opening.
  await context.addInitScript(skipOpening);
  await context.addInitScript(watch);
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
    curves.push(await page.evaluate(() => window.seen.firstStroke));
  }
  await context.close();
  return spread(curves);
};
