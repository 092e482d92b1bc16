import { chapters, lessonExperiment, lessonLink, lessons, type Lesson } from '../src/lessons';
import { isAtPar, rightAnswer, taskState } from '../src/lessons/claims/task';
import { refuteAny, scriptEvidence, type TestEvidence } from '../src/lessons/testing/evidence';
import { wordFaults } from '../src/lessons/testing/texts';
import { toJson } from '../src/experiment';
import type { Experiment } from '../src/experiment/core/types';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { card, choose, experimentOf, pathPlot, transport } from './support/page';

/* Every prepared experiment, opened by its link, does on WebGL what its words say. */

async function onWebgl(page: Page, experiment: Experiment): Promise<TestEvidence> {
  const { runs } = await runJson(page, toJson(experiment), 'webgl');
  return scriptEvidence(experiment, runs);
}

/** What the screen can come to show in a lesson: each experiment computed once. */
async function checkSteps(page: Page, lesson: Lesson, first: TestEvidence): Promise<void> {
  const outcomes = first.runs.map(({ outcome }) => outcome.kind);
  const evidenceOf = async (change: Parameters<typeof lessonExperiment>[1]) => {
    if (!change) return first;
    const evidence = await onWebgl(page, lessonExperiment(lesson, change));
    outcomes.push(...evidence.runs.map(({ outcome }) => outcome.kind));
    return evidence;
  };
  for (const step of lesson.steps) {
    if (step.kind === 'predict') {
      const evidence = await evidenceOf(step.change);
      for (const claim of step.claims ?? [])
        expect(refuteAny(claim, evidence), `${lesson.id}: ${JSON.stringify(claim)}`).toBeNull();
      const found = step.answers.map(({ claim }) => refuteAny(claim, evidence));
      expect(rightAnswer(step, evidence), `${lesson.id}: ${step.question.en}\n${JSON.stringify(found)}`).not.toBeNull();
    }
    if (step.kind === 'do') {
      expect(taskState(lesson, step, first).isDone, `${lesson.id}: at first`).toBe(false);
      const evidence = await evidenceOf(step.solution);
      const reasons = JSON.stringify(step.claims.map((claim) => refuteAny(claim, evidence)));
      const { isDone, score } = taskState(lesson, step, evidence);
      expect(isDone, `${lesson.id}: ${step.task.en}\n${reasons}`).toBe(true);
      if (step.par) expect(isAtPar(step.par, score ?? Number.NaN), `${lesson.id}: ${score}`).toBe(true);
    }
  }
  expect(wordFaults(lesson, outcomes), lesson.id).toEqual([]);
}

/** Goes through the open lesson on the screen, by the first answer of each question. */
async function walk(page: Page, lesson: Lesson): Promise<void> {
  const shown = lessonCard(page, lesson.title.en);
  for (const [index, step] of lesson.steps.entries()) {
    await expect(shown).toContainText(`${index + 1} of ${lesson.steps.length}`);
    if (step.kind === 'predict') {
      await shown.locator('.lesson-answer').first().click();
      await expect(shown.locator('.lesson-answer[data-right]')).toHaveCount(1);
    }
    if (step.kind === 'do') await expect(shown).toContainText('Not yet.');
    if (index < lesson.steps.length - 1) await shown.getByRole('button', { name: 'Next', exact: true }).click();
  }
}

const lessonCard = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

for (const chapter of chapters) {
  test(`outcomes, predictions and tasks come out on WebGL: ${chapter}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openPage(page);
    for (const lesson of lessons.filter((one) => one.chapter === chapter)) {
      const experiment = lessonExperiment(lesson);
      await page.evaluate((fragment) => (location.hash = fragment), lessonLink(lesson));
      await expect.poll(() => page.evaluate(() => window.overshoot.experiment())).toEqual(toJson(experiment));
      const evidence = await onWebgl(page, experiment);
      for (const claim of lesson.claims)
        expect(refuteAny(claim, evidence), `${lesson.id}: ${JSON.stringify(claim)}`).toBeNull();
      await checkSteps(page, lesson, evidence);
      await walk(page, lesson);
    }
  });
}

/** Opens the list of lessons. */
async function openList(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Lessons' }).click();
  return page.getByRole('dialog', { name: 'Lessons' });
}

test('a user predicts wrongly, watches, reads why, does the task, and the progress is kept until it is cleared', async ({
  page,
}) => {
  await openPage(page);
  let list = await openList(page);
  await list.getByRole('link', { name: /Four learning rates on x²/ }).click();
  await expect(list).toBeHidden();
  await expect(page).toHaveURL(/lesson=rates-on-a-parabola/);
  const lesson = lessonCard(page, 'Four learning rates on x²');
  await expect(lesson).toContainText('1 of 3');

  // Nothing says yet what will happen.
  await expect(card(page, 3)).toContainText('to be seen');
  await expect(transport(page)).toHaveValue('0');
  await expect(page.locator('.plot-end-label')).toHaveCount(0);

  await lesson.getByRole('button', { name: 'Go to 0 in one step and rest' }).click();
  await expect.poll(async () => Number(await transport(page).inputValue())).toBeGreaterThan(0);
  await expect(lesson).not.toContainText('It came out otherwise.');
  await expect(lesson).toContainText('It came out otherwise. Every step multiplies x by 1 − 2η');
  await expect(transport(page)).toHaveValue('10');
  await expect(lesson.getByRole('button', { name: /Jump across 0 each time, and come closer/ })).toContainText('✓');
  await expect(page.locator('.plot-end-label')).toHaveCount(4);
  // The card says what the badges say.
  for (const run of [1, 2, 3, 4]) {
    const badge = await card(page, run).locator('.outcome [aria-hidden="true"]').last().innerText();
    await expect(lesson.locator('.lesson-outcomes li').nth(run - 1)).toContainText(badge);
  }

  await lesson.getByRole('button', { name: 'Next' }).click();
  await expect(lesson).toContainText('Not yet.');
  const rate = card(page, 2).getByRole('slider', { name: 'learning rate' });
  await rate.focus();
  const rateOfRun2 = async () => Number((await experimentOf(page)).runs[1]?.hyper?.['lr']);
  // A user would stop at a half, which is a step away from 0.
  while ((await rateOfRun2()) < 0.49) await rate.press('ArrowRight');
  await expect(lesson).toContainText('Done.');
  await expect(lesson).toContainText(/\b(1 update|(?!1 )\d+ updates)\b/);
  // What the hint and the last words say is the best that there is.
  const typed = card(page, 2).getByRole('textbox', { name: 'learning rate' });
  await typed.fill('0.5');
  await typed.press('Enter');
  await expect(lesson).toContainText('1 update. Target (1) reached!');
  await lesson.getByRole('button', { name: 'Next' }).click();
  await expect(lesson.getByRole('link', { name: 'Next lesson' })).toBeVisible();

  for (const isReloaded of [false, true]) {
    if (isReloaded) await page.reload();
    list = await openList(page);
    await expect(list).toContainText(`1 of ${lessons.length} lessons done`);
    await expect(list.getByRole('link', { name: /Four learning rates on x²/ })).toContainText('done');
    await expect(list.getByRole('link', { name: /A long valley/ })).toContainText('5 min');
    if (!isReloaded) await page.keyboard.press('Escape');
  }
  await list.getByRole('button', { name: 'Clear progress' }).click();
  await expect(list).toContainText(`0 of ${lessons.length} lessons done`);
  await page.reload();
  list = await openList(page);
  await expect(list).toContainText(`0 of ${lessons.length} lessons done`);
});

test('nothing says how the runs end, nor offers to show it, before they have played', async ({ page }) => {
  const said = page.getByRole('status').filter({ hasText: /left the view|still descending/ });
  const showBreak = page.getByRole('button', { name: 'Show the break', exact: true });
  const lesson = lessons.find(({ id }) => id === 'rates-on-a-parabola');
  if (!lesson) throw new Error('there is no such lesson');
  await openPage(page, '#v=1&p=square&r=gd;lr=1.1&r=gd;lr=0.01&n=50&x0=10');
  await expect(said).toHaveCount(1);
  await expect(showBreak).toBeVisible();
  await page.evaluate((fragment) => (location.hash = fragment), lessonLink(lesson));
  const shown = lessonCard(page, lesson.title.en);
  await expect(card(page, 3)).toContainText('to be seen');
  await expect(said).toHaveCount(0);
  await expect(showBreak).toHaveCount(0);
  await shown.getByRole('button', { name: 'Go to 0 in one step and rest' }).click();
  await expect(shown).toContainText('It came out otherwise.');
  await expect(said).toHaveCount(1);
  await expect(showBreak).toBeVisible();
});

test('a lesson to see plays by itself; a prediction then changes the experiment', async ({ page }) => {
  const lesson = lessons.find(({ id }) => id === 'standardized');
  if (!lesson) throw new Error('there is no such lesson');
  await openPage(page, `#${lessonLink(lesson)}`);
  const shown = lessonCard(page, 'Features of unequal scale, standardized');
  await shown.getByRole('button', { name: 'Show the end' }).click();
  await expect(shown).toContainText('overflow');
  await shown.getByRole('button', { name: 'Next' }).click();
  await expect(card(page, 2)).toContainText('to be seen');
  await shown.getByRole('button', { name: 'It converges within 20 passes' }).click();
  await shown.getByRole('button', { name: 'Show the end' }).click();
  await expect(shown).toContainText('Right. Now all weights are equally steep');
  expect(await page.evaluate(() => window.overshoot.experiment().problem)).toMatchObject({ data: { standardize: 1 } });
  // Back at the task the lesson's own data are there again.
  await shown.getByRole('button', { name: 'Next' }).click();
  await expect
    .poll(() => page.evaluate(() => window.overshoot.experiment().problem))
    .toMatchObject({ data: { standardize: 0 } });
});

test('finite differences decide a prediction too', async ({ page }) => {
  const lesson = lessons.find(({ id }) => id === 'finite-differences');
  if (!lesson) throw new Error('there is no such lesson');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page, `#${lessonLink(lesson)}`);
  const shown = lessonCard(page, 'Finite differences: how small?');
  for (const [answer, verdict] of [
    ['About 10⁻⁸', 'Right.'],
    ['The same: 10⁻⁸', 'It came out otherwise.'],
  ] as const) {
    await shown.getByRole('button', { name: answer }).click();
    await expect(shown).toContainText(verdict);
    await shown.getByRole('button', { name: 'Next' }).click();
  }
  await expect(shown.getByRole('link', { name: 'Next lesson' })).toBeVisible();
});

test('with less motion the verdict comes at once; a task counts only with its own settings', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  await (await openList(page)).getByRole('link', { name: /Accumulating gradients/ }).click();
  const lesson = lessonCard(page, 'Accumulating gradients');
  await lesson.getByRole('button', { name: 'the same', exact: true }).click();
  await expect(lesson).toContainText('Right.');
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  await lesson.getByRole('button', { name: 'Next' }).click();
  const type = async (run: number, value: string) => {
    const field = card(page, run).getByRole('textbox', { name: 'learning rate' });
    await field.fill(value);
    await field.press('Enter');
  };
  await type(4, '0.05');
  await expect(lesson).toContainText('Done.');
  await type(1, '0.21');
  await expect(lesson).toContainText('Something else was changed as well.');
  await lesson.getByRole('button', { name: 'Reset' }).click();
  await expect(lesson).toContainText('Not yet.');
});

test('the list is one column that scrolls and shows all, at every width', async ({ page }) => {
  for (const width of [390, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page);
    const list = (await openList(page)).locator('.lessons-list');
    await expect(list.getByRole('link')).toHaveCount(lessons.length);
    const boxes = await list
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect()));
    expect(new Set(boxes.map(({ left }) => Math.round(left))).size).toBe(1);
    expect(await list.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    expect(await list.evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(true);
    await list.getByRole('link').last().scrollIntoViewIfNeeded();
    await expect(list.getByRole('link').last()).toBeInViewport({ ratio: 1 });
  }
});

test('the card keeps its height when the verdict arrives, so nothing below it moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await openPage(page);
    await (await openList(page)).getByRole('link', { name: /A long valley/ }).click();
    const lesson = lessonCard(page, 'A long valley');
    await expect(lesson).toContainText('1 of 3');
    const before = await pathPlot(page).boundingBox();
    await lesson.getByRole('button', { name: 'About 100 times' }).click();
    await expect(lesson).toContainText('It came out otherwise.');
    expect(await pathPlot(page).boundingBox()).toEqual(before);
  }
});

test('progress that cannot be read or kept does not break the lessons', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('overshoot.lessons', '{"a-long-valley": "all", "past-the-edge": [0');
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  const list = await openList(page);
  await expect(list).toContainText(`0 of ${lessons.length} lessons done`);
  await list.getByRole('link', { name: /A long valley/ }).click();
  const lesson = lessonCard(page, 'A long valley');
  await lesson.getByRole('button', { name: 'About 100 times' }).click();
  await expect(lesson).toContainText('It came out otherwise.');
  await expect((await openList(page)).getByRole('link', { name: /A long valley/ })).toContainText('1 of 3 steps');
});

test('a lesson is dismissed', async ({ page }) => {
  await openPage(page);
  await (await openList(page)).getByRole('link', { name: /Four learning rates on x²/ }).click();
  const lesson = lessonCard(page, 'Four learning rates on x²');
  await lesson.getByRole('button', { name: 'Dismiss' }).click();
  await expect(lesson).toBeHidden();
  await expect(page).not.toHaveURL(/lesson=/);
  // What was hidden for a prediction is shown again.
  await expect(card(page, 4)).toContainText('left the view');
});

test('a link that opens a lesson with other settings, or in the middle of the runs, shows what it says', async ({
  page,
}) => {
  await openPage(page, '#v=1&p=square&r=gd;lr=0.3&n=10&at=4&x0=10&lesson=rates-on-a-parabola');
  await expect(lessonCard(page, 'Four learning rates on x²')).toContainText('1 of 3');
  await expect(transport(page)).toHaveValue('4');
  await expect(card(page, 1)).not.toContainText('to be seen');
  expect(await page.evaluate(() => window.overshoot.experiment().runs[0]?.hyper)).toEqual({ lr: 0.3 });
});

test('over another problem a lesson says only that it is of another', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&lesson=rates-on-a-parabola');
  const words = page.getByText('Ten steps down x² from 10');
  await expect(page.getByText('The lesson “Four learning rates on x²” is about another problem.')).toBeVisible();
  await expect(words).toBeHidden();
  await page.getByRole('link', { name: 'Open the lesson' }).click();
  await expect(words).toBeVisible();
  expect(await page.evaluate(() => window.overshoot.experiment().problem)).toMatchObject({ id: 'square' });
});

test('who chooses to write a formula gets the field for it, whatever the lesson is about', async ({ page }) => {
  const field = page.getByRole('region', { name: 'Your own formula', exact: true });
  const problem = page.getByRole('combobox', { name: 'Problem' });
  for (const id of ['rates-on-a-parabola', 'across-a-dip']) {
    const lesson = lessons.find((one) => one.id === id);
    if (!lesson) throw new Error(`there is no lesson ${id}`);
    await openPage(page, `#${lessonLink(lesson)}`);
    const shown = lessonCard(page, lesson.title.en);
    await expect(shown).toBeVisible();
    await expect(field).toBeHidden();
    await choose(page, problem, 'Your own formula…');
    await expect(field).toBeVisible();
    await expect(shown).toBeHidden();
  }
  // A link may have another lesson's card beside a typed loss.
  await openPage(page, '#v=1&f=x%5E2&vars=x&lesson=past-the-edge');
  await expect(page.getByText('is about another problem.')).toBeVisible();
  await expect(field).toBeVisible();
});
