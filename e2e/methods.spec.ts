import { expect, test } from './fixtures';
import { openPage } from './support/api';

const LINK = '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=bfgs&r=gd;lr=0.001';

test('BFGS is chosen in the menu, by another word for it, and descends to the minimum', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&s=-1.2,1&n=60&r=gd;lr=0.001');
  await page.screenshot({ path: '/tmp/classical-0.png' });
  await page.getByRole('combobox', { name: 'Optimizer of run 1' }).click();
  await page.keyboard.type('BFGS');
  await page.keyboard.press('Enter');
  await expect(page.locator('.run .outcome').first()).toContainText('converged');
  await page.screenshot({ path: '/tmp/classical-1.png' });
});

test('a link shows the same iterations again, with the points that each of them tried', async ({ page }) => {
  await openPage(page, `${LINK}&at=20`);
  await expect(page.getByRole('tabpanel').getByRole('table')).toBeVisible();
  await page.screenshot({ path: '/tmp/classical-2.png' });
});
