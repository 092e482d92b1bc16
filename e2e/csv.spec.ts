import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { dropFile } from './support/arrivals';
import { card, choose, untilDrawn } from './support/page';

/* A user's own file: dropped or chosen, its columns picked, a model fitted to it. */

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
  await dropFile(page, 'people.csv', csv);
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
  await expect(page.getByRole('combobox', { name: 'Problem' })).toHaveText('Linear regression: weight');

  // The picture says which columns, and what its letters are.
  await page.getByRole('button', { name: 'Save a picture' }).first().click();
  const settings = page.locator('.sheet-settings');
  await expect(settings).toContainText('weight from height and age');
  await expect(settings).toContainText('B samples per batch, of N = 60');
  await page.keyboard.press('Escape');

  // A link leaves the rows out, and nothing in the dialog says otherwise.
  await page.getByRole('button', { name: 'Share' }).click();
  const share = page.getByRole('dialog', { name: 'Share' });
  await expect(share.getByText('Neither the link nor the embed carries your own data')).toBeVisible();
  await expect(share.getByText('The receiver gets exactly your settings. The data are others')).toBeVisible();
  await expect(share.getByText('exactly your runs')).toHaveCount(0);
  await share.getByRole('radio', { name: 'tidy' }).click();
  await expect(share.getByText('shortened to three digits. The data are others')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await experimentOf(page)).toEqual(before);
});

test('what is left out of a file is named: empty columns, the last of which would be the target, and a line of sums', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=booth&r=gd;lr=0.3');
  const rows = people.slice(0, 30).map(({ height, age }) => `${height},,${age},`);
  await dropFile(page, 'houses.csv', ['面积,备注,房龄,价格', ...rows, '合计,,,12345'].join('\n'));
  await expect(dialog(page).getByText('2 empty columns are left out: 备注 and 价格.')).toBeVisible();
  await expect(dialog(page).getByText('Lines not read as rows: 32 (a footer: “合计 12345”).')).toBeVisible();
  const note = dialog(page).getByText('“价格” is empty, so the target is now “房龄”.');
  await expect(note).toBeVisible();
  await dialog(page).getByRole('combobox', { name: 'Target' }).click();
  await page.getByRole('option', { name: '面积' }).click();
  await expect(note).toHaveCount(0);
});

test('gaps, an old encoding, a title and classes in words: all of it by keyboard', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&r=gd;lr=0.01');
  await page.getByRole('tab', { name: 'Numbers' }).waitFor();
  const before = await experimentOf(page);
  // What is no table says what to do, and leaves the page as it is.
  await dropFile(page, 'book.csv', 'PK\u0003\u0004');
  await expect(dialog(page).getByRole('alert')).toContainText('spreadsheet’s own file');
  await dialog(page).getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  expect(await experimentOf(page)).toEqual(before);

  await page.getByRole('combobox', { name: 'Problem' }).press('Enter');
  await page.getByRole('option', { name: 'Your own data' }).press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await expect(dialog(page).getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.keyboard.press('Enter');
  // The names are 身高, 年龄 and 好坏, the classes 好 and 坏, in GB 18030; the third row has a gap.
  const [good, bad] = [Buffer.from([0xba, 0xc3]), Buffer.from([0xbb, 0xb5])];
  const names = [
    Buffer.from([0xc9, 0xed, 0xb8, 0xdf]),
    Buffer.from([0xc4, 0xea, 0xc1, 0xe4]),
    Buffer.concat([good, bad]),
  ];
  const lines = people
    .slice(0, 30)
    .flatMap(({ height, age, smokes }, i) => [
      Buffer.from(`${i === 2 ? 'n/a' : height};${age};`.replaceAll('.', ',')),
      smokes === 'yes' ? good : bad,
      Buffer.from('\n'),
    ]);
  const separated = names.flatMap((name, i) => [name, Buffer.from(i < 2 ? ';' : '\n')]);
  const buffer = Buffer.concat([Buffer.from('People;;\n'), ...separated, ...lines]);
  await (await chooser).setFiles({ name: 'gaps.csv', mimeType: 'text/csv', buffer });

  await expect(dialog(page).getByRole('combobox', { name: 'Encoding' })).toContainText('GB 18030');
  await expect(dialog(page).getByText('Lines not read as rows: 1 (a title).')).toBeVisible();
  await expect(dialog(page).getByRole('row').nth(3)).toContainText('gap');
  await expect(dialog(page).getByRole('alert')).toContainText('Line 5, column 1 (身高): “n/a” stands for a gap.');
  await dialog(page).getByRole('button', { name: 'None' }).press('Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('Choose at least one column');
  await dialog(page).getByRole('button', { name: 'All numbers' }).press('Enter');
  await dialog(page).getByRole('button', { name: 'Leave out 1 unusable row' }).press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  const leavesOut = dialog(page).getByRole('switch', { name: 'leave out 1 unusable row' });
  await expect(leavesOut).toBeChecked();
  await expect(dialog(page).getByText('with a gap: 1 (“n/a”), in line 5 of the file.')).toBeVisible();
  await leavesOut.focus();
  await page.keyboard.press('Space');
  await expect(dialog(page).getByRole('alert')).toContainText('“n/a” stands for a gap.');
  await page.keyboard.press('Space');
  await expect(dialog(page).getByText('“坏” is class 0, “好” is class 1.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Use this data' }).press('Enter');
  expect((await experimentOf(page)).problem).toMatchObject({
    id: 'logistic-regression',
    data: {
      names: ['身高', '年龄', '好坏'],
      classes: ['坏', '好'],
      y: people.slice(0, 30).flatMap(({ smokes }, i) => (i === 2 ? [] : [Number(smokes === 'yes')])),
    },
  });
  // The legend has the file's words, and the weights stand in the file's units too.
  await expect(page.getByRole('tabpanel')).toContainText('坏');
  await expect(page.getByRole('row', { name: '身高' })).toBeVisible();
});

/** Chooses a file as the receiver of a link on data is told to. */
async function openOwnData(page: Page, name: string, text: string): Promise<void> {
  await choose(page, page.getByRole('combobox', { name: 'Problem' }), 'Your own data (CSV)…');
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(dialog(page).getByRole('button', { name: 'Use this data' })).toBeVisible();
}

const useData = (page: Page) => dialog(page).getByRole('button', { name: 'Use this data' }).click();

test('who opens a link and then the file that it was made on has what the sender had', async ({
  page,
  browser,
  baseURL,
}) => {
  const rows = people
    .slice(0, 57)
    .map(({ height, age, weight }, i) => `${height / 1000},${age},${Math.sin(5 * i)},${weight}`);
  const table = ['height,age,shoe,weight', ...rows].join('\n');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, '#v=1&p=quadratic&r=sgd');
  await openOwnData(page, 'people.csv', table);
  await expect(dialog(page).getByText('The link that you opened')).toHaveCount(0);
  await useData(page);
  const batch = card(page, 1).getByRole('textbox', { name: 'batch size' });
  await batch.fill('16');
  await batch.press('Enter');
  const rate = card(page, 1).getByRole('textbox', { name: 'learning rate' });
  await rate.fill('0.02');
  await rate.press('Enter');
  const epochs = page.getByRole('textbox', { name: 'epochs' });
  for (const count of [1234, 330]) {
    await epochs.fill(String(count));
    await epochs.press('Enter');
    await expect.poll(() => page.url()).toContain(`&e=${count}&`);
  }
  await untilDrawn(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  const sent = await experimentOf(page);
  expect(sent).toMatchObject({ epochs: 330, runs: [{ hyper: { lr: 0.02 }, batch: { size: 16 } }] });

  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const receiver = await context.newPage();
  await receiver.goto(link);
  await receiver.waitForFunction(() => 'overshoot' in window);
  const notice = receiver.getByText('the link was made on someone’s own data');
  await expect(notice).toBeVisible();
  await expect(receiver.getByRole('textbox', { name: 'epochs' })).toHaveValue('330');
  // After a reload it still waits.
  await receiver.getByRole('tab', { name: 'Numbers' }).click();
  await expect.poll(() => receiver.url()).toContain('tab=table');
  await receiver.reload();
  await expect(notice).toBeVisible();

  await openOwnData(receiver, 'people.csv', table);
  await expect(dialog(receiver).getByText('The link that you opened was made on these data.')).toBeVisible();
  await dialog(receiver).getByRole('checkbox', { name: 'shoe' }).uncheck();
  await expect(dialog(receiver).getByText('was made on other data (57 rows, 3 features)')).toBeVisible();
  await dialog(receiver).getByRole('checkbox', { name: 'shoe' }).check();
  await useData(receiver);
  await expect(notice).toHaveCount(0);
  expect(await experimentOf(receiver)).toEqual(sent);
  await expect.poll(() => receiver.url()).toBe(link);
  await context.close();
});
