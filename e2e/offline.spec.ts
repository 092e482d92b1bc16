import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { Page } from '@playwright/test';
import { lessonLink, lessons } from '../src/lessons';
import { root } from '../scripts/commands.mjs';
import { zipPage } from '../scripts/zip.mjs';
import { test as base, expect } from './fixtures';
import { openPage } from './support/api';
import { hostOf, type Host } from './support/folderHost';
import { makeNextRelease } from './support/nextRelease';
import { expectCurrent, untilDrawn } from './support/page';

/* The page without a network, beside a release that has replaced its own, from a zip, and as a file. */

interface HostFixtures {
  /** A folder of the test's own with the built page, which the tests' address shows. */
  readonly folder: string;
  readonly host: Host;
}

const test = base.extend<HostFixtures>({
  serviceWorkers: 'allow',
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use, { outputDir }) => {
    const folder = join(outputDir, 'page');
    cpSync(join(root, 'dist'), folder, { recursive: true });
    await use(folder);
  },
  host: async ({ folder }, use) => {
    const host = await hostOf(folder, '/courses/ml/');
    await use(host);
    await host.cut();
  },
  baseURL: async ({ host }, use) => use(host.address),
});

/** Waits until the page is on the device and its service worker answers it. */
const untilKept = (page: Page) =>
  page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && navigator.serviceWorker.controller !== null;
  });

const notLoaded = (page: Page) => page.getByText('could not be loaded');

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('tabpanel', { name }).locator('canvas, table, .katex').first()).toBeVisible();
  await expect(notLoaded(page)).toHaveCount(0);
}

test('after one visit, everything works without a network', async ({ page, host }) => {
  await openPage(page);
  await untilKept(page);
  await host.cut();
  // Before the page is opened again, what it has not loaded yet.
  await openTab(page, 'Curvature');

  await page.goto('about:blank');
  await openPage(page, '#v=1&p=rosenbrock&r=adam;lr=0.03');
  await untilDrawn(page);
  await expectCurrent(page);
  for (const name of ['Sweep', 'Gradient', 'Numbers', 'Find a rate', 'Update rule']) await openTab(page, name);
  // The formulas' letters.
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px KaTeX_Math'))).toBe(true);

  await page.getByRole('button', { name: 'Code for Python' }).click();
  await expect(page.getByRole('dialog')).toContainText('import torch');
  await page.keyboard.press('Escape');
  await openPage(page, '#p=quadratic;kappa=100&question=what-momentum-does');
  await expect(page.getByRole('heading', { name: 'What does momentum do?' })).toBeVisible();
  const [lesson] = lessons;
  if (!lesson) throw new Error('there are lessons');
  await openPage(page, `#${lessonLink(lesson)}`);
  await expect(page.getByText(lesson.title.en, { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText(lesson.title.zh, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('tab', { name: '数值' })).toBeVisible();
});

test('a release is announced and taken by choice, and a page of the one before keeps its parts', async ({
  page,
  context,
  folder,
}) => {
  const script = (of: Page) => of.locator('script[type=module]').getAttribute('src');
  await openPage(page);
  await untilKept(page);
  const former = await script(page);
  makeNextRelease(folder);

  const other = await context.newPage();
  await openPage(other);
  const announced = (of: Page) => of.getByText('A new version of this page has been published');
  await expect(announced(other)).toBeVisible();
  expect(await script(other)).toBe(former);
  await openTab(page, 'Curvature');

  await other.getByRole('button', { name: 'Reload' }).click();
  await expect(other.locator('script[type=module]')).toHaveAttribute('src', /-next\.js$/);
  expect(await script(page)).toBe(former);
  await openTab(page, 'Gradient');

  await page.close();
  await other.close();
  const later = await context.newPage();
  await openPage(later);
  await untilDrawn(later);
  expect(await script(later)).toMatch(/-next\.js$/);
  const kept = () =>
    later.evaluate(async () => {
      const names = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return names.flat().filter(({ url }) => url.endsWith('.js') && !url.endsWith('-next.js')).length;
    });
  await expect.poll(kept).toBe(0);
});

test('the page can be installed: its manifest names icons of the sizes that it says', async ({ page, host }) => {
  await page.goto('./');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await page.request.get(new URL(href ?? '', host.address).href)).json()) as {
    readonly start_url: string;
    readonly display: string;
    readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
  };
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  const sizes = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const image = await createImageBitmap(await (await fetch(address)).blob());
          return `${image.width}x${image.height}`;
        }),
      ),
    manifest.icons.filter(({ src }) => src.endsWith('.png')).map(({ src }) => src),
  );
  expect(sizes).toEqual(manifest.icons.filter(({ sizes }) => sizes !== 'any').map(({ sizes }) => sizes));
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
});

test('the zip, unpacked into a folder of a host, runs', async ({ page }, { outputDir }) => {
  const zip = join(outputDir, 'overshoot.zip');
  const folder = join(outputDir, 'unpacked');
  mkdirSync(outputDir, { recursive: true });
  await zipPage(zip);
  for (const entry of await new ZipReader(new Uint8ArrayReader(readFileSync(zip))).getEntries()) {
    if (entry.directory) continue;
    const path = join(folder, entry.filename);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await entry.getData(new Uint8ArrayWriter()));
  }
  const host = await hostOf(folder, '/pluginfile.php/12/course materials/'.replace(' ', '%20'));
  const missing: string[] = [];
  page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
  await page.goto(host.address);
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
  await expectCurrent(page);
  await host.cut();
  expect(missing).toEqual([]);
});

test('opened as a file, the page says in both languages what to do', async ({ page, expectedMessages }) => {
  expectedMessages.push(/file:\/\//, /Failed to load/);
  await page.goto(pathToFileURL(join(root, 'dist', 'index.html')).href);
  await expect(page.getByRole('heading', { name: 'Overshoot was opened as a file' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Overshoot 是以文件方式打开的' })).toBeVisible();
  await expect(page.getByText('http.server').first()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});
