import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/*
 * A formula as people write it, in the field: what it was read as is shown and runs, the field keeps what was typed, and
 * what can be read in two ways is asked.
 */

const problemOf = (page: Page) => page.evaluate(() => window.overshoot.experiment().problem);
const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'Loss' });
const statusOf = (page: Page) => page.getByRole('region', { name: 'Your own formula' }).getByRole('status');

test.beforeEach(async ({ page }) => {
  await openPage(page, '#f=x%5E2&vars=x');
  await expect(fieldOf(page)).toBeVisible();
});

test('a formula in another notation is shown in the page’s own, and runs', async ({ page }) => {
  const typed = 'f(x,y) = 2x² + ½y²';
  await fieldOf(page).fill(typed);
  await expect(statusOf(page)).toHaveText('Read as 2*x^2 + 1/2*y^2');
  await expect(page.getByText('What was changed: f(x,y) = left out; parameters x, y; 2x is 2*x')).toBeVisible();
  await expect(fieldOf(page)).toHaveValue(typed);
  await expect(page.getByRole('textbox', { name: 'Parameters' })).toHaveValue('x, y');
  await expect.poll(() => problemOf(page)).toEqual({ loss: '2*x^2 + 1/2*y^2', parameters: ['x', 'y'] });
  // A picture over two parameters: the axes have both names.
  await expect(page.getByRole('group', { name: 'Path over the loss', exact: true })).toContainText('y');
  await expect.poll(() => page.url()).toContain('vars=x,y');
});

test('while a formula cannot be read, the one that the page still shows is named', async ({ page }) => {
  const region = page.getByRole('region', { name: /^(Your own formula|自己的公式)$/ });
  await fieldOf(page).fill('x² + 3x');
  await expect(statusOf(page)).toHaveText('Read as x^2 + 3*x');
  await fieldOf(page).fill('x² + foo(x)');
  await expect(statusOf(page)).toContainText('“foo” is not a function');
  await expect(statusOf(page)).toContainText('log, ln');
  await expect(region).toContainText('The page still shows the last formula that could be read: x^2 + 3*x');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(region).toContainText('页面显示的仍是上一个可以读懂的公式：x^2 + 3*x');
  await expect(region.getByRole('status')).toContainText('log、ln');
  await region.getByRole('textbox', { name: '损失函数' }).fill('x² + 4x');
  await expect(region).not.toContainText('上一个可以读懂的公式');
});

test('the caret stays, and the field’s own undo works', async ({ page }) => {
  const field = fieldOf(page);
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('2x  + x²');
  await field.press('Home');
  await field.press('ArrowRight');
  await field.pressSequentially('.5');
  expect(await field.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(3);
  await expect(field).toHaveValue('2.5x  + x²');
  await expect(statusOf(page)).toHaveText('Read as 2.5*x + x^2');
  await field.press('ControlOrMeta+z');
  await expect(field).not.toHaveValue('2.5x  + x²');
});

test('two readings are offered, and one press takes one', async ({ page }) => {
  const field = fieldOf(page);
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially('1/2x');
  await expect(statusOf(page)).toHaveText(
    'At character 1: “1/2x” can be read in two ways. Choose one, or set brackets.',
  );
  const ways = page.getByRole('group', { name: 'Ways to correct it' });
  await expect(ways.getByRole('button')).toHaveText(['1/2*x', '1/(2*x)']);
  await ways.getByRole('button', { name: '1/(2*x)' }).click();
  await expect(field).toHaveValue('1/(2*x)');
  await expect(field).toBeFocused();
  await expect.poll(() => problemOf(page)).toMatchObject({ loss: '1/(2*x)', parameters: ['x'] });
  await field.press('ControlOrMeta+z');
  await expect(field).toHaveValue('1/2x');
});

test('an unknown name becomes a parameter or a constant', async ({ page }) => {
  const field = fieldOf(page);
  await field.fill('x² + c');
  await page.getByRole('button', { name: 'Make c a parameter' }).click();
  await expect.poll(() => problemOf(page)).toMatchObject({ loss: 'x^2 + c', parameters: ['x', 'c'] });
  await field.fill('x² + q');
  await page.getByRole('button', { name: 'Make q a constant with a slider' }).click();
  await expect(field).toHaveValue('x² + q, q = 1');
  await expect.poll(() => problemOf(page)).toMatchObject({ loss: 'x^2 + q', constants: { q: 1 } });
  await page.getByRole('slider', { name: 'q' }).press('ArrowRight');
  await expect(field).toHaveValue('x^2 + q, q = 1.2');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('consts=q=1.2');
});

test('a loss of four parameters is shown as others are, and stays at a tip on every engine', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Parameters' }).fill('w, x, y, z');
  await fieldOf(page).fill('(w - 9)^2 + x^2 + log(y)^2 + abs(z)');
  const region = page.getByRole('region', { name: /^(Your own formula|自己的公式)$/ });
  await expect(region).toContainText('It has a value only where y > 0.');
  await expect(region).toContainText('The search found a minimum: w = 9, x = 0, y = 1, z = 0 (loss 0).');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('view=principal');
  const ends = await page.evaluate(async () => {
    const problem = { loss: 'sqrt(x^2 + y^2)', parameters: ['x', 'y'] };
    const runs = [{ optimizer: 'adam', hyper: { lr: 0.1 } }];
    const experiment = { version: 1 as const, problem, start: [0, 0], steps: 20, runs };
    const engines = ['webgl', 'cpu', 'float64'] as const;
    const all = await Promise.all(engines.map((engine) => window.overshoot.run(experiment, { engine })));
    return all.map(({ runs: [run] }) => run?.params);
  });
  for (const params of ends) expect(params).toEqual(Array.from({ length: 21 }, () => [0, 0]));
});

test('scripts read formulas too', async ({ page }) => {
  const read = await page.evaluate(() => window.overshoot.formula('f(x, y) = ½x² + 2xy'));
  expect(read).toMatchObject({ formula: '1/2*x^2 + 2*x*y', parameters: ['x', 'y'] });
  const refused = await page.evaluate(() =>
    window.overshoot.formula('1/2x').catch((error: Error & { position: number; suggestions: unknown }) => {
      const { message, position, suggestions } = error;
      return { message, position, suggestions };
    }),
  );
  expect(refused).toEqual({
    message: 'at 1: “1/2x” can be read in two ways. Choose one, or set brackets.',
    position: 0,
    suggestions: [{ text: '1/2*x' }, { text: '1/(2*x)' }],
  });
});
