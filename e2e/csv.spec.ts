import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';

/* A person's own file: dropped or chosen, its columns picked, a model fitted to it. */

/** Heights in millimetres and ages in years, so that without standardization no rate suits both; weights that follow them. */
const people = Array.from({ length: 60 }, (_, i) => {
  const height = 1700 + 90 * Math.sin(1.7 * i);
  const age = 40 + 15 * Math.cos(2.9 * i + 1);
  return {
    height,
    age,
    weight: 0.09 * height - 85 + 0.2 * age + 3 * Math.sin(7.3 * i),
    smokes: i % 3 === 0 ? 'yes' : 'no',
  };
});
const csv = `name,height,age,weight,smokes\n${people.map(({ height, age, weight, smokes }, i) => `"P, ${i}",${height},${age},${weight},${smokes}`).join('\n')}\n`;

/** Drops a file on the page, as a person's hand does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: 'text/csv' }));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the file')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your own data' });
const experimentOf = (page: Page) => page.evaluate(() => window.overshoot.experiment());

/** Weights and bias of the least squares over standardized features, by the normal equations of centred data. */
function leastSquares(): readonly number[] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = (values: readonly number[]) => values.map((value) => value - mean(values));
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
  const unit = (values: readonly number[]) =>
    values.map((value) => value / Math.sqrt(dot(values, values) / values.length));
  const a = unit(centred(people.map(({ height }) => height)));
  const b = unit(centred(people.map(({ age }) => age)));
  const weights = people.map(({ weight }) => weight);
  const y = centred(weights);
  const [aa, ab, bb, ay, by] = [dot(a, a), dot(a, b), dot(b, b), dot(a, y), dot(b, y)];
  const determinant = aa * bb - ab * ab;
  return [(bb * ay - ab * by) / determinant, (aa * by - ab * ay) / determinant, mean(weights)];
}

test('a file that is dropped is fitted as least squares fit it, and undo brings the old experiment back', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=booth&r=gd;lr=0.3');
  await page.getByRole('tab', { name: 'Numbers' }).waitFor();
  const before = await experimentOf(page);
  await drop(page, 'people.csv', csv);
  await expect(dialog(page).getByText('people.csv: 60 rows, 5 columns')).toBeVisible();
  await expect(dialog(page).getByRole('row').nth(1)).toContainText('P, 0');
  expect(await experimentOf(page)).toEqual(before);

  await dialog(page).getByRole('combobox', { name: 'Target' }).click();
  await page.getByRole('option', { name: 'weight', exact: true }).click();
  await expect(dialog(page).getByRole('checkbox', { name: 'weight' })).toBeDisabled();
  await expect(dialog(page).getByRole('checkbox', { name: 'name' })).not.toBeChecked();
  await expect(dialog(page).getByRole('switch', { name: 'standardize' })).toBeChecked();
  await expect(dialog(page).getByRole('combobox', { name: 'Model' })).toHaveText('Linear regression');
  await dialog(page).getByRole('button', { name: 'Use this data' }).click();
  await expect(dialog(page)).toHaveCount(0);

  const after = await experimentOf(page);
  expect(after).toMatchObject({
    start: null,
    seed: before.seed,
    problem: { id: 'linear-regression', data: { names: ['height', 'age', 'weight'], standardize: 1 } },
  });
  const [run] = (await page.evaluate(() => window.overshoot.run(window.overshoot.experiment()))).runs;
  expect(run?.outcome.kind).toBe('converged');
  leastSquares().forEach((value, i) => expect(run?.params.at(-1)?.[i]).toBeCloseTo(value, 3));
  await expect(page.getByRole('radio', { name: 'height' })).toBeChecked();

  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await experimentOf(page)).toEqual(before);
});

test('a bad file says line and column, and the experiment stays', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&r=gd;lr=0.01');
  await page.getByRole('tab', { name: 'Numbers' }).waitFor();
  const before = await experimentOf(page);
  await drop(page, 'bad.csv', csv.replace(/^("P, 15",)[^,]+/m, '$1n/a'));
  await expect(dialog(page).getByRole('alert')).toContainText('Line 17, column 2 (height): “n/a” is not a number.');
  await expect(dialog(page).getByRole('button', { name: 'Use this data' })).toBeDisabled();
  // Markup in a file is text.
  await drop(page, 'short.csv', '<img src=x onerror=alert(1)>,y\n1,2\n3\n');
  await expect(dialog(page).getByRole('alert')).toContainText(
    'Line 3, column 2: There is 1 cell in this line, and 2 in the first.',
  );
  await drop(page, 'picture.png', '\u0000\u0001');
  await expect(dialog(page).getByRole('alert')).toContainText('This is no text file.');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect(await experimentOf(page)).toEqual(before);
});

test('rows with gaps are left out when a person says so; all of it by keyboard', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&r=gd;lr=0.01');
  await page.getByRole('combobox', { name: 'Problem' }).press('Enter');
  await page.getByRole('option', { name: 'Your own data' }).press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await expect(dialog(page).getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles({ name: 'gaps.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.replace(/^("P, 15",)[^,]+/m, '$1')) });
  await expect(dialog(page).getByRole('alert')).toContainText(
    'Line 17, column 2 (height): The cell is empty. 1 row lacks a cell',
  );
  const skip = dialog(page).getByRole('switch', { name: 'leave out rows with gaps: 1' });
  await skip.focus();
  await page.keyboard.press('Space');
  await expect(dialog(page).getByText('“no” is class 0, “yes” is class 1.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Use this data' }).press('Enter');
  const { problem } = await experimentOf(page);
  expect(problem).toMatchObject({
    id: 'logistic-regression',
    data: { y: people.filter((_, i) => i !== 15).map(({ smokes }) => Number(smokes === 'yes')) },
  });
});
