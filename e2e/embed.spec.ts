import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { hostPage, inAttribute, openHost } from './support/host';
import { toJson, decodeLink, type ExperimentJson } from '../src/experiment';
import type { EmbedAnswer } from '../src/workbench/embedding/protocol';

/** What a test uses of <overshoot-plot>. */
interface PlotElement extends HTMLElement {
  step(step: number | 'end'): Promise<unknown>;
  open(experiment: unknown): Promise<unknown>;
  experiment(): Promise<ExperimentJson>;
  outcomes(): Promise<readonly { readonly kind: string }[]>;
  traces(): Promise<readonly { readonly loss: readonly number[] }[]>;
}

// The browser gives a frame of another site no storage, so there is nothing to say in it.
test.use({ knowsOpening: false });

const plot = (page: Page) => page.locator('overshoot-plot').first();
const frameOf = (page: Page, index = 0): FrameLocator => page.frameLocator('iframe').nth(index);
const ask = <Answer>(page: Page, question: (element: PlotElement) => Promise<Answer>): Promise<Answer> =>
  plot(page).evaluate<Answer, PlotElement>(question as never);

const short = 'v=1&p=booth&n=60&r=gd;lr=0.05&stage=path,loss;0.lr';

test.describe('the example page, from another origin', () => {
  const example = readFileSync('docs/embed-example.html', 'utf8');

  test('shows steps, plays, opens and asks; it is told the height and what the user does', async ({
    page,
    baseURL,
  }) => {
    const close = await openHost(page, example.replaceAll('https://overshoot.example/', `${baseURL}/`));
    const embed = frameOf(page);
    const rate = embed.getByRole('slider', { name: 'learning rate' });
    await expect(rate).toBeVisible();

    // As high as what is in it: nothing scrolls inside.
    const inner = embed.locator('.embed');
    await expect
      .poll(async () => {
        const [outer, own] = [await page.locator('iframe').boundingBox(), await inner.boundingBox()];
        return Math.abs((outer?.height ?? 0) - (own?.height ?? 99));
      })
      .toBeLessThan(2);

    await page.getByRole('button', { name: 'Show step 10' }).click();
    await expect(embed.locator('svg').getByText('10', { exact: true }).first()).toBeVisible();
    const { state } = decodeLink(short);
    expect(await ask(page, (element) => element.experiment())).toEqual(toJson(state.experiment));

    // Gradient descent from the start of the link, computed here: f = (x + 2y - 7)^2 + (2x + y - 5)^2.
    const [{ loss }] = (await ask(page, (element) => element.traces())) as [{ loss: number[] }];
    let [x = 0, y = 0] = state.experiment.start ?? [];
    for (const value of loss) {
      const [a, b] = [x + 2 * y - 7, 2 * x + y - 5];
      expect(value).toBeCloseTo(a * a + b * b, 3);
      [x, y] = [x - 0.05 * (2 * a + 4 * b), y - 0.05 * (4 * a + 2 * b)];
    }
    await page.getByRole('button', { name: 'How does it end?' }).click();
    await expect(page.getByText('It is descending.')).toBeVisible();

    await rate.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(/The rate is now 0\.05\d/)).toBeVisible();
    await page.getByRole('button', { name: 'With momentum' }).click();
    await expect
      .poll(() => ask(page, (element) => element.experiment()))
      .toMatchObject({ runs: [{ optimizer: 'sgd' }] });
    // What the page itself has opened is nothing that the user did.
    await expect(page.getByText(/The rate is now/)).toHaveCount(1);
    await ask(page, (element) => element.step(50));
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(embed.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(page.getByText('Played to the end.')).toBeVisible();

    const link = await embed.getByRole('link', { name: 'Open in Overshoot' }).getAttribute('href');
    expect(link?.startsWith(`${baseURL}/#`)).toBe(true);
    expect(await ask(page, (element) => element.step(61).then(String, String))).toContain('from 0 to 60');
    close();
  });
});

/** Posts a message to a frame as the host does, and resolves to the next message that is no event; null if none comes. */
const post = (page: Page, message: unknown, index = 0): Promise<EmbedAnswer | null> =>
  page.evaluate(
    ([data, k]) =>
      new Promise<EmbedAnswer | null>((resolve) => {
        const frame = document.querySelectorAll('iframe')[k];
        addEventListener('message', function listen(event: MessageEvent<EmbedAnswer>) {
          if (event.source !== frame?.contentWindow || 'event' in event.data) return;
          removeEventListener('message', listen);
          resolve(event.data);
        });
        frame?.contentWindow?.postMessage(data, '*');
        setTimeout(() => resolve(null), 1500);
      }),
    [message, index] as const,
  );

test('what is no request, or comes from an origin that is not allowed, is answered with an error and not obeyed', async ({
  page,
  baseURL,
}) => {
  const frame = (query: string) =>
    `<iframe src="${baseURL}/embed.html${query}#${inAttribute(short)}" width="600" height="420"></iframe>`;
  // Its own origin is known only when it is served, so it allows the origins by itself.
  const close = await openHost(
    page,
    hostPage(
      `<div id="place"></div><script>document.getElementById('place').innerHTML = ${JSON.stringify(frame('?origins=ORIGIN') + frame('?origins=https://other.example'))}.replace('ORIGIN', location.origin)</script>`,
    ),
  );
  const rateOf = (index: number) => frameOf(page, index).getByRole('textbox', { name: 'learning rate' });
  for (const index of [0, 1]) await expect(rateOf(index)).toHaveValue('0.05');
  const experiment = { version: 1, problem: { id: 'booth' }, runs: [{ optimizer: 'gd', hyper: { lr: 0.02 } }] };
  const refused = (id: unknown, code: string) => ({ overshoot: 1, id, error: { code } });

  expect(await post(page, 'play')).toMatchObject(refused(null, 'malformed'));
  expect(await post(page, { overshoot: 1, id: 1, request: 'eval', code: 'alert(1)' })).toMatchObject(
    refused(1, 'malformed'),
  );
  const wrong = { ...experiment, runs: [{ optimizer: 'gd', hyper: { lr: 'fast' } }] };
  const answer = await post(page, { overshoot: 1, id: 'x', request: 'open', experiment: wrong });
  expect(answer).toMatchObject(refused('x', 'refused'));
  expect(JSON.stringify(answer)).toContain('runs.0.hyper.lr');
  expect(await post(page, { overshoot: 1, id: 2, request: 'openLink', link: '#v=1&r=gd;lr=fast' })).toMatchObject(
    refused(2, 'refused'),
  );
  await expect(rateOf(0)).toHaveValue('0.05');

  const open = { overshoot: 1, id: 3, request: 'open', experiment };
  expect(await post(page, open, 1)).toMatchObject(refused(3, 'origin'));
  // What is not ours is about something else, and not answered to those.
  expect(await post(page, { hello: 1 }, 1)).toBeNull();
  await expect(rateOf(1)).toHaveValue('0.05');
  expect(await post(page, open)).toEqual({ overshoot: 1, id: 3, answer: null });
  await expect(rateOf(0)).toHaveValue('0.02');
  close();
});

test('the parts that show samples and the step are asked for where they stand, also when they come later', async ({
  page,
  baseURL,
}) => {
  const data = (parts: string) =>
    `v=1&p=linear-regression&e=3&r=sgd;lr=0.2;batch=10&stage=${parts},0.lr&lang=en`.replace(',0', ';0');
  const close = await openHost(
    page,
    hostPage(
      `<script src="${baseURL}/embed.js" async></script><overshoot-plot link="${inAttribute(data('path'))}"></overshoot-plot>`,
    ),
  );
  const embed = frameOf(page);
  await expect(embed.getByRole('group', { name: 'Path over the loss' })).toBeVisible();
  const link = `#${data('path,data,rule')}`;
  expect(await post(page, { overshoot: 1, id: 1, request: 'openLink', link })).toMatchObject({ answer: null });
  const plot = embed.getByRole('group', { name: /samples, and the fit of each run$/ });
  await expect(plot).toBeVisible();
  // Dots of the samples and the line of the fit are on its layers.
  const inked = () =>
    plot.locator('canvas').evaluateAll((layers) =>
      layers.map((layer) => {
        const canvas = layer as HTMLCanvasElement;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((alpha: number, i: number) => i % 4 === 3 && alpha > 0).length > 100;
      }),
    );
  await expect.poll(async () => (await inked()).filter(Boolean).length).toBeGreaterThanOrEqual(2);
  await expect(embed.locator('.embed-plot').last().locator('.katex').first()).toBeVisible();
  close();
});

test('only the embed may stand in a frame', async ({ page, baseURL, request, expectedMessages }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  expect(await policyOf('./')).toContain("frame-ancestors 'none'");
  expect(await policyOf('./index.html')).toContain("frame-ancestors 'none'");
  expect(await policyOf('./embed.html?height=auto')).toContain('frame-ancestors *');
  expectedMessages.push(/frame-ancestors/);
  const close = await openHost(page, hostPage(`<iframe src="${baseURL}/"></iframe>`));
  await expect(frameOf(page).locator('#root')).toHaveCount(0);
  close();
});

test('the wheel scrolls the page around until the plot is pressed; no key is taken from it', async ({
  page,
  baseURL,
}) => {
  const close = await openHost(
    page,
    hostPage(
      `<script src="${baseURL}/embed.js" async></script><overshoot-plot link="${inAttribute(short)}"></overshoot-plot><div style="height: 3000px"></div>`,
    ),
  );
  const surface = frameOf(page).locator('.plot-surface').first();
  await expect(surface).toBeVisible();
  const address = () => frameOf(page).getByRole('link').getAttribute('href');
  const focusLink = () => frameOf(page).getByRole('link').focus();
  await surface.hover({ position: { x: 60, y: 150 } });
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
  await page.evaluate(() => scrollTo(0, 0));

  await surface.hover({ position: { x: 60, y: 150 } });
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.wheel(0, -100);
  await focusLink();
  await expect.poll(address).toContain('view=');
  expect(await page.evaluate(() => scrollY)).toBe(0);

  // The keys of the whole page play, step and undo: not here.
  await frameOf(page).locator('body').press('Space');
  await frameOf(page).locator('body').press('Home');
  await focusLink();
  await expect.poll(address).not.toContain('at=');
  close();
});

test('of twenty embeds those in sight start; short runs need no worker, and one that is needed ends when it is out of sight', async ({
  page,
  baseURL,
}) => {
  const long = 'v=1&p=rosenbrock&n=20000&r=adam;lr=0.01&r=sgd;lr=0.0005&r=gd&r=rmsprop;lr=0.01&stage=path';
  const embeds = [long, ...Array.from({ length: 19 }, (_, i) => short.replace('0.05', `0.0${i + 1}`))]
    .map((link) => `<overshoot-plot link="${inAttribute(link)}"></overshoot-plot>`)
    .join('');
  const close = await openHost(page, hostPage(`<script src="${baseURL}/embed.js" async></script>${embeds}`));
  const started = async () => {
    const frames = page.frames().filter((frame) => frame.url().includes('embed.html'));
    const shown = await Promise.all(frames.map((frame) => frame.locator('.embed').count()));
    return shown.filter((count) => count > 0).length;
  };
  await expect(frameOf(page).getByRole('link')).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
  const first = await started();
  expect(first).toBeLessThan(4);

  for (const index of [7, 13, 19]) {
    await page.locator('overshoot-plot').nth(index).scrollIntoViewIfNeeded();
    await expect(frameOf(page, index).locator('.plot-start').first()).toBeVisible();
  }
  expect(await started()).toBeLessThan(16);
  // Each worker has its own graphics context, of which browsers allow sixteen.
  await expect.poll(() => page.workers().length).toBe(0);
  close();
});
