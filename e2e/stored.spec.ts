import type { Page } from '@playwright/test';
import { deviceKeys, localKeys, OWN_NAME, tabKeys } from '../src/workbench/device/storedKeys';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { dropFile, pasteText } from './support/arrivals';
import { experimentOf, untilDrawn } from './support/page';

/* What the page stores: all of it is listed, and one press removes it. */

test.use({ serviceWorkers: 'allow', knowsOpening: false });

/** Notes the keys under which the page stores something, as it does. */
async function noteKeys(page: Page): Promise<Set<string>> {
  const keys = new Set<string>();
  await page.exposeFunction('noteKey', (key: string) => void keys.add(key));
  await page.addInitScript(`
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) { noteKey(key); setItem.call(this, key, value); };
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) { noteKey(key); return put.call(this, value, key); };
  `);
  return keys;
}

const listed = [...Object.values(localKeys), ...Object.values(tabKeys), ...Object.values(deviceKeys)];
const entryOf = (key: string): string | undefined =>
  listed.find((entry) => (entry.endsWith('/') ? key.startsWith(entry) : key === entry));

/** Everything that this browser holds for the page's address, by name. */
const heldNames = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const keys = await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<string[]>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(new Error(`${name} cannot be opened`));
            opening.onsuccess = () => {
              const stores = [...opening.result.objectStoreNames];
              const reading = opening.result
                .transaction(stores)
                .objectStore(stores[0] ?? '')
                .getAllKeys();
              reading.onsuccess = () => resolve(reading.result.map(String));
            };
          }),
      ),
    );
    return [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...keys.flat(),
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ...(document.cookie === '' ? [] : ['a cookie']),
    ];
  });

const x = Array.from({ length: 40 }, (_, i) => [i / 8]);
const ownData = {
  version: 1,
  problem: { id: 'linear-regression', data: { x, y: x.map(([at = 0]) => 1 + 2 * at) } },
  epochs: 4,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.02 } }],
};

/** Does everything on the page after which something is stored. */
async function useEverything(page: Page): Promise<void> {
  // A stop of the opening counts as a step of a lesson.
  await page.getByRole('button', { name: 'Next: A valley' }).click();
  await page.getByRole('button', { name: 'Open the workbench' }).first().click();
  await page.getByRole('button', { name: 'Theme: same as system' }).click();
  await dropFile(page, 'torch.csv', 'step,loss,x,y\n0,4,1,2\n1,3,1,1\n2,2,1,0\n');
  await page.getByRole('button', { name: 'Show it' }).click();
  await pasteText(page, JSON.stringify({ version: 1, playlist: 'Week 1', entries: [{ link: 'v=1&p=booth' }] }));
  await page.getByRole('button', { name: 'Keep it with my playlists' }).click();
  await pasteText(page, JSON.stringify({ version: 1, playlist: 'Week 2', entries: [{ link: 'v=1&p=beale' }] }));
  await expect(page.getByText('This is the playlist “Week 2”')).toBeVisible();
  await page.getByRole('button', { name: 'Set up a talk' }).click();
  await page.getByRole('radio', { name: 'high contrast' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.evaluate((json) => window.overshoot.open(json), ownData);
  await expect(page.getByText('These samples stay on this device')).toBeVisible();
}

test('everything that the page stores is listed, and one press removes it', async ({ page }) => {
  const keys = await noteKeys(page);
  await openPage(page);
  await useEverything(page);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated'));
  const before = await experimentOf(page);

  // Nothing is stored that the list does not know, and this walk leaves out nothing that it knows.
  expect([...keys].filter((key) => entryOf(key) === undefined)).toEqual([]);
  expect(new Set([...keys].map(entryOf))).toEqual(new Set(listed));
  await page.evaluate((name) => localStorage.setItem(`${name}.former`, '1'), OWN_NAME);
  await page.evaluate(() => localStorage.setItem('another page', '1'));

  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByRole('button', { name: 'What this page stores' }).click();
  const dialog = page.getByRole('dialog', { name: 'What this page stores' });
  const items = dialog.getByRole('listitem');
  // Data and the experiment on them are one item, and so is what another release has left; the files are another.
  await expect(items).toHaveCount(listed.length + 1);
  await expect(dialog).toContainText('torch');
  await expect(dialog).toContainText('Week 1');
  await expect(dialog).toContainText('40 rows');
  await expect(items.filter({ hasText: 'The page itself' })).toContainText(/\d+ files, \d+(\.\d)? MB/);
  const was = await items.allInnerTexts();
  await dialog.getByRole('button', { name: 'Clear everything stored' }).click();
  await expect(dialog.getByRole('status')).toContainText('Nothing is stored now.');
  await expect(dialog.getByRole('status').getByRole('listitem')).toHaveText(
    was.map((text) => text.replace(/\s+/g, ' ')),
  );
  await expect(items).toHaveCount(was.length);
  expect(await heldNames(page)).toEqual(['another page']);

  // What is on the screen stays, and nothing of it is stored again by itself.
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await experimentOf(page)).toEqual(before);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate((json) => window.overshoot.open(json), { ...ownData, epochs: 5 });
  await expect(page.getByText('These samples are no longer kept on this device')).toBeVisible();
  await expect.poll(() => page.url()).toContain('e=5');
  expect(await heldNames(page)).toEqual(['another page']);
});

test('where the browser refuses to store anything, the link is followed and the list is empty', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: refuse });
    // Firefox refuses these too where it blocks cookies.
    window.BroadcastChannel = class {
      constructor() {
        refuse();
      }
    } as never;
  });
  await openPage(page, '#v=1&p=booth');
  await untilDrawn(page);
  expect(await experimentOf(page)).toMatchObject({ problem: { id: 'booth' } });
  await expect(page.locator('.notice')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask a question' }).click();
  await page.getByRole('button', { name: 'What this page stores' }).click();
  await expect(page.getByRole('dialog', { name: 'What this page stores' })).toContainText('Nothing is stored now.');
});
