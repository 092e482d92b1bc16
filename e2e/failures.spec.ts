import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures';
import { openPage, runJson } from './support/api';
import { choose, experimentOf, lossPlot, pathPlot, untilDrawn } from './support/page';

/* Parts that cannot be loaded, workers that do not start or die, and a browser that does not let the page copy. */

/** The browser's own words about a script that cannot be had. */
const aboutLoading = /Failed to load|net::ERR|MIME type|Failed to fetch dynamically|not be loaded|SyntaxError/;

const outcomes = {
  'no network': (route: Route) => route.abort(),
  'a file that a release has removed': (route: Route) => route.fulfill({ status: 404, body: 'not found' }),
  'a page in its place': (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
};

const scripts = '**/assets/*.js';
const notLoaded = (page: Page) => page.getByText('This part of the page could not be loaded', { exact: false });
const again = (page: Page) => page.getByRole('button', { name: 'Try again', exact: true });

/** The page with its first picture, and nothing of what loads later but what that needs. */
async function openThenCut(page: Page, how: keyof typeof outcomes = 'no network', hash = ''): Promise<void> {
  await openPage(page, hash);
  await untilDrawn(page);
  await page.waitForLoadState('networkidle');
  await page.route(scripts, outcomes[how]);
}

const reconnect = (page: Page) => page.unroute(scripts);

/** What stands of the screen after a part has failed: everything else, with the experiment. */
async function expectTheRest(page: Page): Promise<void> {
  await expect(pathPlot(page)).toBeVisible();
  await expect(lossPlot(page)).toBeVisible();
  await untilDrawn(page);
}

test.describe('a part that cannot be loaded says so in its place, and can be tried again', () => {
  test.beforeEach(({ expectedMessages }) => {
    expectedMessages.push(aboutLoading);
  });

  for (const how of Object.keys(outcomes) as (keyof typeof outcomes)[])
    test(`a tab, with ${how}`, async ({ page }) => {
      await openThenCut(page, how);
      await page.getByRole('tab', { name: 'Curvature' }).click();
      await expect(notLoaded(page)).toBeVisible();
      await expectTheRest(page);
      await page.getByRole('tab', { name: 'Rule' }).click();
      await expect(notLoaded(page)).toHaveCount(0);
      await page.getByRole('tab', { name: 'Curvature' }).click();
      await reconnect(page);
      await again(page).click();
      await expect(notLoaded(page)).toHaveCount(0);
      await expect(page.getByRole('group', { name: /curvature/i }).first()).toBeVisible();
    });

  test('the lessons, in a dialog that closes', async ({ page }) => {
    await openThenCut(page);
    await page.getByRole('button', { name: 'Lessons' }).click();
    await expect(page.getByRole('dialog')).toContainText('could not be loaded');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectTheRest(page);
    await page.getByRole('button', { name: 'Lessons' }).click();
    await reconnect(page);
    await again(page).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Lessons' })).toBeVisible();
  });

  test('the questions, in a dialog that closes, and the answer in a link', async ({ page }) => {
    await openThenCut(page);
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await expect(page.getByRole('dialog')).toContainText('could not be loaded');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.evaluate(() => (location.hash = 'p=quadratic;kappa=100&question=what-momentum-does'));
    await expect(notLoaded(page)).toBeVisible();
    await expectTheRest(page);
    await reconnect(page);
    await again(page).click();
    await expect(page.getByRole('heading', { name: 'What does momentum do?' })).toBeVisible();
  });

  test('every other tab', async ({ page }) => {
    await openThenCut(page);
    for (const tab of ['Sweep', 'Gradient', 'Numbers']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(notLoaded(page).first()).toBeVisible();
      await expectTheRest(page);
    }
  });

  test('the formula editor, which is opened by a choice', async ({ page }) => {
    await openThenCut(page);
    const before = await experimentOf(page);
    await choose(page, page.getByRole('combobox', { name: 'Problem' }), /formula|own loss/i);
    await expect(page.getByText('Something the page needed for that could not be loaded')).toBeVisible();
    expect(await experimentOf(page)).toEqual(before);
    await expectTheRest(page);
  });

  test('the list of keys, in a dialog that closes', async ({ page }) => {
    await openThenCut(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('could not be loaded');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await reconnect(page);
    await again(page).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Keys', exact: true })).toBeVisible();
  });

  test('the other language, which a second press then shows', async ({ page }) => {
    await openThenCut(page);
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.getByText('Something the page needed for that could not be loaded')).toBeVisible();
    await expectTheRest(page);
    await reconnect(page);
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  });

  test('presenting, which a second press then begins', async ({ page }) => {
    await openThenCut(page);
    await page.getByRole('button', { name: 'Present (P)' }).click();
    await expect(page.getByText('Something the page needed for that could not be loaded')).toBeVisible();
    await expectTheRest(page);
    await reconnect(page);
    await page.getByRole('button', { name: 'Present (P)' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-presenting', '');
  });

  test('a problem with data', async ({ page }) => {
    await openThenCut(page);
    await choose(page, page.getByRole('combobox', { name: 'Problem' }), /^Linear regression/);
    await expectTheRest(page);
    expect((await experimentOf(page)).problem).toMatchObject({ id: 'linear-regression' });
    await reconnect(page);
    if ((await again(page).count()) > 0) await again(page).first().click();
    await expect(notLoaded(page)).toHaveCount(0);
  });
});

test('a new release is offered when a part cannot be loaded, and taken by choice', async ({
  page,
  expectedMessages,
}) => {
  expectedMessages.push(aboutLoading);
  await openThenCut(page, 'a file that a release has removed', '#v=1&p=rosenbrock&r=adam;lr=0.03');
  const own = await (await page.request.get('/')).text();
  const isPage = (url: URL) => url.pathname === '/';
  await page.route(isPage, (route) =>
    route.fulfill({ contentType: 'text/html', body: own.replace(/assets\/index-[^.]+/, 'assets/index-other') }),
  );
  await page.getByRole('tab', { name: 'Curvature' }).click();
  await expect(page.getByText('A new version of this page has been published')).toBeVisible();
  await expectTheRest(page);
  await page.unroute(isPage);
  await reconnect(page);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.waitForFunction(() => 'overshoot' in window);
  await untilDrawn(page);
  expect(await experimentOf(page)).toMatchObject({ problem: { id: 'rosenbrock' }, runs: [{ hyper: { lr: 0.03 } }] });
});

const badge = (page: Page) => page.getByRole('button', { name: /^(WebGL · float32|CPU · float32)/ });
const experiment = { version: 1, problem: { id: 'rosenbrock' }, steps: 50, runs: [{ optimizer: 'adam' }] };

test.describe('a worker that does not start', () => {
  const workerScript = '**/assets/worker-*.js';
  const faults: Readonly<Record<string, (route: Route) => Promise<void>>> = {
    ...outcomes,
    'a syntax error': (route) => route.fulfill({ contentType: 'text/javascript', body: 'const const' }),
    'an error at its top': (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("planted")' }),
  };
  for (const [fault, answer] of Object.entries(faults))
    test(`leaves the work to the page: ${fault}`, async ({ page, expectedMessages }) => {
      expectedMessages.push(aboutLoading, /planted/);
      await page.route(workerScript, answer);
      await openPage(page, '#v=1');
      await untilDrawn(page);
      await expect(badge(page)).toContainText('CPU · float32');
      await expect(page.getByText('The page now computes by itself on the processor')).toBeVisible();
      await expect(page.getByText('undefined')).toHaveCount(0);
      // What is asked upon an answer must not disturb the step that gives it.
      await expect(page.getByText('The computation failed')).toHaveCount(0);
      await expect(runJson(page, experiment, 'webgl')).rejects.toThrow('use "cpu" instead');
      const { runs } = await runJson(page, experiment, 'float64');
      expect(runs[0]?.params).toHaveLength(51);
    });
});

test('a worker that stops with an error is started again, and shows the same', async ({ page, expectedMessages }) => {
  expectedMessages.push(/planted/);
  await openPage(page);
  await untilDrawn(page);
  const [worker] = page.workers();
  await worker?.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('planted');
      }),
  );
  await expect(page.getByText(/was interrupted .*planted.* was started again/)).toBeVisible();
  await page.evaluate((shown) => window.overshoot.open(shown), experiment);
  await untilDrawn(page);
  await expect(badge(page)).toContainText('WebGL · float32');
});

test('a worker that falls silent is started again, and every promise settles', async ({ page }) => {
  await page.clock.install();
  await openPage(page);
  await untilDrawn(page);
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close());
  const answer = runJson(page, experiment, 'float64');
  // Six pings without an answer.
  await page.clock.runFor(36_000);
  expect((await answer).runs[0]?.params).toHaveLength(51);
  await expect(page.getByText(/did not answer for 30 seconds/)).toBeVisible();
});

test.describe('where the browser does not let the page copy, the link is shown to be copied by hand', () => {
  const clipboards: Readonly<Record<string, string>> = {
    'no clipboard': 'undefined',
    'one that throws': '{ writeText() { throw new TypeError("planted"); } }',
    'one that never answers': '{ writeText: () => new Promise(() => undefined) }',
  };
  for (const [name, clipboard] of Object.entries(clipboards))
    test(name, async ({ page }) => {
      await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { get: () => (${clipboard}) });`);
      await openPage(page);
      await untilDrawn(page);
      await page.getByRole('button', { name: 'Share' }).click();
      const field = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
      await expect(field).toHaveValue(/#/);
      await expect(field).toBeFocused();
      expect(await field.evaluate((input) => (input as HTMLInputElement).selectionEnd)).toBeGreaterThan(10);
    });
});
