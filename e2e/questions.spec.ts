import type { Locator, Page } from '@playwright/test';
import { planExperiment } from '../src/engine/plan/plan';
import { readExperiment, toJson } from '../src/experiment';
import { questions, topics } from '../src/questions';
import { refute } from '../src/questions/testing/refute';
import { compute, type Computed } from '../src/questions/testing/runs';
import type { QuestionExperiment } from '../src/questions/types';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { experimentOf } from './support/page';

/* Questions are found by what people type, and what their answers say happens on the screen. */

/** What the page's WebGL engine makes of an experiment; the states of rules, which it does not tell, are the reference's. */
async function computedByPage(page: Page, experiment: QuestionExperiment): Promise<Computed> {
  const valid = readExperiment(experiment);
  const { runs } = await runJson(page, toJson(valid), 'webgl');
  const reference = compute(experiment, 'float64').runs;
  return {
    experiment,
    plan: planExperiment(valid),
    runs: runs.map((run, i) => ({ ...run, lr: reference[i]?.lr ?? [], state: reference[i]?.state ?? [] })),
  };
}

for (const topic of topics) {
  test(`what the answers claim comes out on WebGL: ${topic}`, async ({ page }) => {
    await openPage(page);
    for (const question of questions.filter((one) => one.topic === topic)) {
      const computed = await computedByPage(page, question.experiment);
      for (const claim of question.claims)
        expect(refute(claim, computed, 'float32'), `${question.id}: ${JSON.stringify(claim)}`).toBeNull();
    }
  });
}

interface Words {
  readonly fragment: string;
  readonly button: string;
  readonly field: string;
  readonly typed: string;
  readonly question: string;
  readonly answer: RegExp;
  readonly see: string;
  /** Of the third run. */
  readonly outcome: string;
  readonly dismiss: string;
}

const inLanguages: Readonly<Record<string, Words>> = {
  English: {
    fragment: '#lang=en',
    button: 'Ask a question',
    field: 'Your question',
    typed: 'zigzaging path',
    question: 'Is a zigzag normal?',
    answer: /^Yes, as long as the loss still falls/,
    see: 'See it happen',
    outcome: 'left the default view at step 4',
    dismiss: 'Dismiss',
  },
  Chinese: {
    fragment: '#lang=zh',
    button: '常见问题',
    field: '你的问题',
    typed: '轨迹是之字形的',
    question: '轨迹走成锯齿形正常吗？',
    answer: /^只要损失仍在下降，就是正常的/,
    see: '看实验',
    outcome: '第 4 步离开默认视图',
    dismiss: '知道了',
  },
};

async function openSearch(page: Page, { fragment, button, field }: Words): Promise<Locator> {
  await openPage(page, fragment);
  await page.getByRole('button', { name: button }).click();
  const input = page.getByRole('combobox', { name: field });
  await expect(input).toBeFocused();
  return input;
}

for (const [language, words] of Object.entries(inLanguages)) {
  test(`a question is typed with a slip, answered and shown, by keys alone, in ${language}`, async ({ page }) => {
    const input = await openSearch(page, words);
    const dialog = page.getByRole('dialog', { name: words.button });
    await expect(dialog.getByRole('option')).toHaveCount(questions.length);
    await input.pressSequentially(words.typed);
    await expect(dialog.getByRole('option').first()).toHaveText(words.question);
    await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('heading', { name: words.question })).toBeVisible();
    await expect(dialog.getByText(words.answer)).toBeVisible();
    await expect(dialog.getByRole('link', { name: words.see })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    const card = page.getByRole('region', { name: words.question });
    await expect(card.getByText(words.answer)).toBeVisible();
    await expect(page).toHaveURL(/question=is-a-zigzag-normal/);
    expect((await experimentOf(page)).runs.map(({ hyper }) => hyper['lr'])).toEqual([0.07, 0.04, 0.085]);
    await expect(page.getByText(words.outcome).first()).toBeVisible();
    await card.getByRole('button', { name: words.dismiss }).click();
    await expect(card).toBeHidden();
    await expect(page).not.toHaveURL(/question=/);
  });
}

test('arrow keys go through the list, and the way back keeps what was typed', async ({ page }) => {
  const input = await openSearch(page, inLanguages['English'] as Words);
  const chosen = page.locator('[role=option][aria-selected=true]');
  await expect(chosen).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText('Why is my loss inf or NaN?');
  await page.keyboard.press('ArrowUp');
  await expect(chosen).toHaveText(questions.at(-1)?.question.en ?? '');
  await expect(chosen).toBeInViewport();
  await input.fill('momentum');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(input).toHaveValue('momentum');
  await expect(input).toBeFocused();
});

test('where nothing matches, the nearest questions and the lessons are offered', async ({ page }) => {
  const input = await openSearch(page, inLanguages['English'] as Words);
  await input.fill('qqqqqqqq');
  await expect(page.getByText('No question has these words.')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Lessons that may help' })).toHaveCount(0);
  await input.fill('zzigzzagg');
  await expect(page.getByRole('option').first()).toHaveText('Is a zigzag normal?');
  await page.getByRole('link', { name: 'Four learning rates on x²' }).click();
  await expect(page.getByRole('region', { name: 'Four learning rates on x²' })).toBeVisible();
});

test('over another problem a card says so, and an unknown question is named', async ({ page }) => {
  await openPage(page, '#v=1&p=booth&question=why-nan');
  await expect(page.getByText('The question “Why is my loss inf or NaN?” was about another problem.')).toBeVisible();
  await page.getByRole('link', { name: 'Show its experiment' }).click();
  await expect(page.getByRole('region', { name: 'Why is my loss inf or NaN?' })).toBeVisible();
  await page.evaluate(() => (location.hash = 'question=nobody-asked'));
  await expect(page.getByText('There is no question “nobody-asked”.')).toBeVisible();
});

for (const [width, rows, hasTouch] of [
  [360, 2, true],
  [390, 2, true],
  [768, 1, true],
  [960, 1, false],
  [1024, 1, false],
  [1160, 1, false],
] as const)
  test(`the header, ${width} pixels wide, keeps to ${rows} rows with the button in it`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      hasTouch,
      isMobile: hasTouch,
      ...(baseURL !== undefined && { baseURL }),
    });
    const page = await context.newPage();
    for (const { fragment, button } of Object.values(inLanguages)) {
      await openPage(page, fragment);
      await expect(page.getByRole('button', { name: button })).toBeVisible();
      const { heights, right } = await page.evaluate(() => ({
        heights: ['.header', '.header .share-button'].map((part) => document.querySelector(part)?.clientHeight ?? NaN),
        right: Math.max(
          ...[...document.querySelectorAll('.header *')].map((part) => part.getBoundingClientRect().right),
        ),
      }));
      const [header = NaN, one = NaN] = heights;
      expect(Math.floor(header / one)).toBe(rows);
      expect(right).toBeLessThanOrEqual(width);
      await page.goto('about:blank');
    }
    await context.close();
  });
