import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { experimentOf } from './support/page';

test('the finder names the last rate below the edge of x², sets it in one press, and reads along its curve', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=square&n=20&r=gd;lr=0.1&tab=finder');
  const panel = page.getByRole('tabpanel');
  // Of 100 rates, each 1.18 times the one before, the last below 2/L = 1.
  const rate = Number((10 / 1e7 ** (15 / 99)).toPrecision(3));
  expect(rate * 1e7 ** (1 / 99)).toBeGreaterThan(1);
  await panel.getByRole('button', { name: `Set η to ${rate}` }).click();
  expect((await experimentOf(page)).runs[0]?.hyper['lr']).toBe(rate);

  const curve = panel.getByRole('application', { name: /smaller and larger rates/ });
  await curve.press('ArrowRight');
  await curve.press('ArrowRight');
  await expect(panel.getByText(/rate 1\.177×10⁻⁶, loss 9\d/)).toBeAttached();
});

test('the finder says that the run diverges at a rate that it names, and does not offer it', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&s=-1.5,2&n=200&r=sgd;lr=0.001;momentum=0.99&tab=finder');
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText('This test makes 100 updates; the run itself makes 200.')).toBeVisible();
  const found = panel.getByText('The loss falls fastest, and is lowest, at η = 0.00179;');
  await expect(found.first()).toContainText('the run diverges within its 200 updates');
  await expect(panel.getByRole('button', { name: 'Set η to 0.00179' })).toHaveCount(0);
});
