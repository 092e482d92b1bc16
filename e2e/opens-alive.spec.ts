import type { Page } from '@playwright/test';
import { problems } from '../src/catalogue';
import { expect, test } from './fixtures';
import { listenToWorker, untilSettled } from './pictures/settled';
import { openPage, runJson } from './support/api';
import { card, choose, experimentOf, untilDrawn } from './support/page';

/* A problem chosen from the menu shows a descent at once. */

const choices = problems.map(({ id, name }) => ({ id, name: name.en }));

/** Adam goes up on its counterexample: this is what the problem is for. */
const goesUp = (problem: string, optimizer: string | undefined) => problem === 'reddi' && optimizer === 'adam';

const chooseProblem = (page: Page, name: string) => choose(page, page.getByRole('combobox', { name: 'Problem' }), name);

/** Runs of the page whose last loss is not below the first, or that diverged. */
async function withoutDescent(page: Page): Promise<string[]> {
  const experiment = await experimentOf(page);
  const { runs } = await runJson(page, experiment);
  return runs.flatMap(({ loss, outcome }, index) => {
    const [first = NaN, last = NaN] = [loss[0], loss.at(-1)];
    return last < first && outcome?.kind !== 'diverged' ? [] : [experiment.runs[index]?.optimizer ?? ''];
  });
}

// In parts, so that none takes minutes; every pair of problems is tried in ownValues.test.ts.
const third = Math.ceil(choices.length / 3);
for (const [part, chosen] of Object.entries({
  first: choices.slice(0, third),
  second: choices.slice(third, 2 * third).toReversed(),
  third: choices.slice(2 * third).toReversed(),
}))
  test(`every problem of the menu shows a descent: the ${part} third`, async ({ page }) => {
    await openPage(page);
    for (const { id, name } of chosen) {
      await chooseProblem(page, name);
      await expect.poll(async () => (await experimentOf(page)).problem, name).toMatchObject({ id });
      await untilDrawn(page);
      expect(
        (await withoutDescent(page)).filter((optimizer) => !goesUp(id, optimizer)),
        name,
      ).toEqual([]);
      await expect(page.locator('.notice'), name).toHaveCount(0);
      await expect(page.getByText('on this problem'), name).toHaveCount(0);
    }
  });

test('the offer of the rate that is usual on a problem moves nothing in the card', async ({ page }) => {
  await listenToWorker(page);
  await openPage(page, '#v=1&p=beale');
  await untilDrawn(page);
  const tops = () =>
    page
      .locator('.run :is(button:not(.set-by-hand), input, .setting)')
      .evaluateAll((all) =>
        all.map((element) => [
          element.matches('.setting') ? 'a row' : (element.getAttribute('aria-label') ?? element.textContent),
          element.getBoundingClientRect().top,
        ]),
      );
  const slider = card(page, 1).getByRole('slider', { name: 'learning rate' });
  await expect(card(page, 1).getByRole('button', { name: /^Modifiers/ })).toBeVisible();
  await expect(card(page, 1).getByRole('button', { name: /all rates|around the edge/ })).toBeVisible();
  await slider.focus();
  // All late parts are there when nothing comes any more.
  await untilSettled(page);
  const before = await tops();
  await page.keyboard.press('ArrowRight');
  const offer = card(page, 1).getByRole('button', { name: 'Take it' });
  await expect(offer).toBeVisible();
  await expect(card(page, 1)).toContainText('With settings like this run’s, η = ');
  expect(await tops()).toEqual(before);
});

test('a rate that was set stays with its run, marked, until the problem is asked for its own', async ({ page }) => {
  await openPage(page, '#v=1&p=beale&r=adam;lr=0.5&r=gd;lr=0.005');
  await chooseProblem(page, 'Matyas');
  await expect(card(page, 1)).toContainText('With settings like this run’s, η = 0.3 is usual on this problem.');
  await expect(card(page, 2)).not.toContainText('usual');
  expect((await experimentOf(page)).runs.map(({ hyper }) => hyper?.['lr'])).toEqual([0.5, 0.2]);
  await card(page, 1).getByRole('button', { name: 'Take it: run 1 gets what is usual on this problem' }).click();
  await expect(card(page, 1)).not.toContainText('usual');
  expect((await experimentOf(page)).runs.map(({ hyper }) => hyper?.['lr'])).toEqual([0.3, 0.2]);
});
