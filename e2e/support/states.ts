import type { Page } from '@playwright/test';
import { methods, optimizers, problems } from '../../src/catalogue';
import { encodeLink } from '../../src/experiment';
import { lowerTabs } from '../../src/experiment/core/types';
import { lessonLink, lessons, type LessonStep } from '../../src/lessons';
import { openingState, openingStops } from '../../src/lessons/opening';
import { questionLink, questions } from '../../src/questions';
import { expect } from '../fixtures';

/** A link, and the states of the page that are reached from it, one after the other. */
export interface Visit {
  /** Its first word says which kind of visit it is. */
  readonly name: string;
  /** Fragment of the page's address, without `#`. */
  readonly link: string;
  /** What is done before each state; the first is often nothing. */
  readonly steps: readonly ((page: Page) => Promise<unknown>)[];
  /** The part of the page that this visit is about. */
  readonly part: string;
}

const asItIs = [() => Promise.resolve()];

/** So few updates that nothing takes long. */
const SHORT = { function: 'n=12', data: 'e=2' } as const;

const problemVisits: readonly Visit[] = problems.map(({ id, kind }) => ({
  name: `problem ${id}`,
  link: `v=1&p=${id}&${SHORT[kind]}&r=gd&r=adam`,
  steps: asItIs,
  part: '.plots',
}));

/** One parameter, two, three, many; and runs with long names. Few samples: a software GPU sweeps over 200 of them for a minute. */
const tabProblems = [
  'square&n=12&r=gd',
  'saddle&n=12&r=sgd;lr=0.1;momentum=0.9;nesterov&r=sgd;lr=0.1;momentum=0.9;nesterov&r=adam',
  'linear-regression&e=2&r=sgd',
  'network-classes;samples=10&e=2&r=adam',
  'rosenbrock&n=12&r=dogleg&r=backtracking',
  'linear-regression&e=4&r=nelder-mead',
];

const tabVisits: readonly Visit[] = lowerTabs.flatMap((tab) =>
  tabProblems
    .filter((problem) => tab !== 'data' || problem.includes('e='))
    .map((problem) => ({
      name: `tab ${tab} of ${problem}`,
      link: `v=1&p=${problem}&tab=${tab}`,
      steps: asItIs,
      part: '.lower',
    })),
);

const openingVisits: readonly Visit[] = openingStops.map((_, i) => ({
  name: `opening, stop ${i + 1}`,
  link: encodeLink(openingState(i)),
  steps: [() => Promise.resolve(), (page) => page.locator('.stage-answer').first().click()],
  part: 'body',
}));

const nextStep = (page: Page): Promise<void> => page.locator('.lesson-head .lesson-buttons .button').last().click();

async function answer(page: Page): Promise<void> {
  await page.locator('.lesson-answer').first().click();
  await expect(page.locator('.lesson-answer[data-right]')).toHaveCount(1);
}

/** A question before and after it is answered; the other steps as they are. */
const statesOf = (step: LessonStep, isFirst: boolean): Visit['steps'] => [
  isFirst ? () => Promise.resolve() : nextStep,
  ...(step.kind === 'predict' ? [answer] : []),
];

const lessonVisits: readonly Visit[] = lessons.map((lesson) => ({
  name: `lesson ${lesson.id}`,
  link: lessonLink(lesson),
  steps: lesson.steps.flatMap((step, i) => statesOf(step, i === 0)),
  part: '.banner',
}));

const questionVisits: readonly Visit[] = questions.map((question) => ({
  name: `question ${question.id}`,
  link: questionLink(question),
  steps: asItIs,
  part: '.banner',
}));

/** Unfolds everything in the runs' cards. */
async function unfoldCards(page: Page): Promise<void> {
  for (let folded = page.locator('.runs .more[aria-expanded=false]'); (await folded.count()) > 0;)
    await folded.first().click();
}

const carded = [...optimizers, ...methods];

/** The cards of four optimizers at a time, with all of their settings. */
const cardVisits: readonly Visit[] = carded.flatMap(({ id }, i) =>
  i % 4 === 0
    ? [
        {
          name: `cards from ${id} on`,
          link: `v=1&p=square&n=12${carded
            .slice(i, i + 4)
            .map((one) => `&r=${one.id}`)
            .join('')}`,
          part: '.runs',
          steps: [unfoldCards],
        },
      ]
    : [],
);

const escape = (page: Page) => page.keyboard.press('Escape');

/** What opens over the page, and what unfolds in it. */
const unfoldedVisits: readonly Visit[] = [
  {
    name: 'unfolded dialogs',
    link: 'v=1&p=square&n=5&r=gd;lr=0.1',
    part: '[role=dialog]',
    steps: [
      (page) => page.locator('.header-tools .button').first().click(),
      async (page) => {
        await escape(page);
        await page.locator('.ask').click();
        await page.locator('.questions-dialog [role=option]').first().waitFor();
      },
      (page) => page.keyboard.press('Enter'),
      async (page) => {
        await escape(page);
        await page.evaluate(dropFile);
        await page.locator('[role=dialog] table').waitFor();
      },
    ],
  },
  {
    name: 'unfolded cards',
    link: 'v=1&p=linear-regression&e=2&r=sgd;lr=0.1;momentum=0.9;nesterov;batch=10&r=sgd;lr=0.1;momentum=0.9;nesterov;batch=10;schedule=cosine',
    part: '.runs',
    steps: [unfoldCards],
  },
  {
    name: 'unfolded reasons of an own formula',
    link: 'v=1&f=x%5E4%20-%202*x%5E2%20%2B%200.3*x&vars=x&n=12&r=gd;lr=0.01',
    part: '.banner',
    steps: asItIs,
  },
  {
    name: 'unfolded faults of a link, and eight runs',
    link: `v=1&p=rosenbrock&n=12&seed=-1&tab=nowhere&at=0.5${'&r=adamw;lr=0.05'.repeat(8)}`,
    part: '.banner',
    steps: asItIs,
  },
];

/** Runs in the page: drops a file on it. */
function dropFile(): void {
  const transfer = new DataTransfer();
  const rows = Array.from({ length: 12 }, (_, i) => `${i},${i % 5},${3 * i},${i % 2 === 0 ? 'yes' : 'no'}`);
  const text = ['the height in millimetres,age,weight,smokes', ...rows].join('\n');
  transfer.items.add(new File([text], 'a file with a rather long name.csv', { type: 'text/csv' }));
  for (const type of ['dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
}

export const visits: readonly Visit[] = [
  ...openingVisits,
  ...problemVisits,
  ...tabVisits,
  ...lessonVisits,
  ...questionVisits,
  ...cardVisits,
  ...unfoldedVisits,
];
