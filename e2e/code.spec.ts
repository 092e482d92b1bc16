import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

test('the code of a run is shown for the chosen library, and downloaded as it is shown', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&n=20&r=adam;lr=0.05&r=sgd;lr=0.01;momentum=0.9&run=1');
  await page.getByRole('button', { name: 'Code for Python' }).click();
  const dialog = page.getByRole('dialog', { name: 'Code' });
  const text = dialog.getByRole('region', { name: 'The program' });
  await expect(text).toContainText('torch.optim.SGD([theta], lr=0.01, momentum=0.9)');

  await dialog.getByRole('combobox', { name: 'Run' }).click();
  await page.getByRole('option', { name: '1: Adam' }).click();
  await dialog.getByRole('combobox', { name: 'Library' }).click();
  await page.getByRole('option', { name: 'JAX + optax' }).click();
  await expect(text).toContainText('optimizer = optax.adam(0.05)');

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download booth-adam-optax.py' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('booth-adam-optax.py');
  expect(readFileSync(await file.path(), 'utf8')).toBe(await text.textContent());

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Code for Python' })).toBeFocused();
});

test('a classical method and a run with a precision have code too', async ({ page }) => {
  await openPage(page, '#v=1&p=rosenbrock&n=20&r=bfgs&r=adam;lr=0.05;precision=bfloat16');
  await page.getByRole('button', { name: 'Code for Python' }).click();
  const dialog = page.getByRole('dialog', { name: 'Code' });
  const text = dialog.getByRole('region', { name: 'The program' });
  await expect(text).toContainText('def wolfe_search(x, loss, g, p, before):');
  await dialog.getByRole('combobox', { name: 'Run' }).click();
  await page.getByRole('option', { name: '2: Adam' }).click();
  await expect(text).toContainText('in bfloat16, each operation rounded by itself');
});

test('a script gets the code of the experiment that it names', async ({ page }) => {
  await openPage(page);
  const answers = await page.evaluate(async () => {
    const experiment = { version: 1, problem: { id: 'square' }, runs: [{ optimizer: 'gd' }] };
    const refused = await window.overshoot.code(experiment, { for: 'pytorch', run: 2 }).catch(String);
    const code = await window.overshoot.code(experiment, { for: 'pytorch', trace: true });
    return { refused, lines: code.trimEnd().split('\n') };
  });
  expect(answers.refused).toContain('run is 2; allowed are whole numbers from 0 to 0.');
  expect(answers.lines.at(-1)).toMatch(/^print\(json\.dumps\(/);
});
