import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/* What the browser has stored may be anything: the page opens all the same. That its console stays quiet is checked for every test. */

const KEY = 'overshoot.preferences';

async function expectPage(page: Page, theme: string, language: string): Promise<void> {
  await expect(page.getByRole('heading', { name: language === 'en' ? 'Optimizers' : '优化器' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

test('the page opens with its defaults where the stored preferences are damaged, and keeps the half that is not', async ({
  page,
}) => {
  await openPage(page);
  for (const [stored, theme, language] of [
    ['{"theme":"dark","langu', 'light', 'en'],
    ['', 'light', 'en'],
    ['null', 'light', 'en'],
    ['"dark"', 'light', 'en'],
    ['[["theme","dark"]]', 'light', 'en'],
    ['{"theme":["dark"],"language":7}', 'light', 'en'],
    ['{"theme":"sepia","language":"tlh"}', 'light', 'en'],
    ['{"theme":"toString","language":"__proto__"}', 'light', 'en'],
    ['{"theme":"dark","language":"tlh"}', 'dark', 'en'],
    ['{"theme":null,"language":"zh"}', 'light', 'zh-Hans'],
  ] as const) {
    await test.step(stored, async () => {
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, stored] as const);
      await page.reload();
      await expectPage(page, theme, language);
    });
  }
});

test('damaged preferences are replaced by the next choice', async ({ page }) => {
  await openPage(page);
  await page.evaluate((key) => localStorage.setItem(key, '{"theme":"sepia"'), KEY);
  await page.reload();
  await page.getByRole('button', { name: 'Theme: same as system' }).click();
  await page.reload();
  await expectPage(page, 'dark', 'en');
});

test('the page opens where the browser refuses to store anything, and a choice holds for the visit', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    }),
  );
  await openPage(page);
  await expectPage(page, 'light', 'en');
  await page.getByRole('button', { name: 'Theme: same as system' }).click();
  await expectPage(page, 'dark', 'en');
  await page.getByRole('button', { name: '中文' }).click();
  await expectPage(page, 'dark', 'zh-Hans');
});

for (const system of ['light', 'dark'] as const) {
  test(`where the system is ${system}, the first press on the theme changes what is seen, and the third returns to the system's`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: system });
    await openPage(page);
    const seen: (string | null)[] = [];
    for (let press = 0; press < 3; press += 1) {
      await page.getByRole('button', { name: /^Theme/ }).click();
      seen.push(await page.locator('html').getAttribute('data-theme'));
    }
    const other = system === 'light' ? 'dark' : 'light';
    expect(seen).toEqual([other, system, system]);
    await expect(page.getByRole('button', { name: 'Theme: same as system' })).toBeVisible();
  });
}
