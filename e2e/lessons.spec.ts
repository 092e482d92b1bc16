import { chapters, lessonLink, lessons } from '../src/lessons';
import { refute } from '../src/lessons/testing/claims';
import { planExperiment } from '../src/engine/plan/plan';
import { readExperiment, toJson } from '../src/experiment';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';

/* Every prepared experiment, opened by its link, does on WebGL what its words say. */

for (const chapter of chapters) {
  test(`what the lessons claim comes out on WebGL: ${chapter}`, async ({ page }) => {
    await openPage(page);
    for (const lesson of lessons.filter((one) => one.chapter === chapter)) {
      const meant = toJson(readExperiment(lesson.experiment));
      await page.evaluate((fragment) => (location.hash = fragment), lessonLink(lesson));
      await expect.poll(() => page.evaluate(() => window.overshoot.experiment())).toEqual(meant);
      const { runs } = await runJson(page, meant, 'webgl');
      const plan = planExperiment(readExperiment(lesson.experiment));
      for (const claim of lesson.claims)
        expect(refute(claim, runs, plan), `${lesson.id}: ${JSON.stringify(claim)}`).toBeNull();
    }
  });
}

test('a lesson is chosen from the list, shows its words, and leaves them when it is dismissed', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Lessons' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lessons' });
  await dialog.getByRole('link', { name: /Four learning rates on x²/ }).click();
  await expect(dialog).toBeHidden();
  const card = page.getByRole('region', { name: 'Four learning rates on x²' });
  await expect(card).toContainText('multiplies x by 1 − 2η');
  await expect(page).toHaveURL(/lesson=rates-on-a-parabola/);
  expect(await page.evaluate(() => window.overshoot.experiment().runs.map(({ hyper }) => hyper['lr']))).toEqual([
    0.05, 0.2, 0.9, 1.1,
  ]);
  await card.getByRole('button', { name: 'Dismiss' }).click();
  await expect(card).toBeHidden();
  await expect(page).not.toHaveURL(/lesson=/);
});

test('over another problem a lesson says only that it is of another', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&lesson=rates-on-a-parabola');
  const words = page.getByText('multiplies x by 1 − 2η');
  await expect(page.getByText('The lesson “Four learning rates on x²” is about another problem.')).toBeVisible();
  await expect(words).toBeHidden();
  await page.getByRole('link', { name: 'Open the lesson' }).click();
  await expect(words).toBeVisible();
  expect(await page.evaluate(() => window.overshoot.experiment().problem)).toMatchObject({ id: 'square' });
});
