import type { Page, Worker } from '@playwright/test';
import { expect } from '../fixtures';
import { openPage } from './api';

/* The worker that computes: lines of script at its head, by which a test makes something fail in it, and its context. */

/** Chromium's own words about contexts that are gone. */
export const aboutLostContexts = /CONTEXT_LOST_WEBGL|loseContext|WebGL/;

export const badge = (page: Page) => page.getByRole('button', { name: /^(WebGL · float32|CPU · float32)/ });

/** Every worker of the page that starts from now on has these lines of script at its head. */
export async function plantInWorker(page: Page, head: string): Promise<void> {
  await page.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${head}\n${await response.text()}` });
  });
}

/** Opens the page with lines of script at the head of its worker. */
export async function openWithWorker(page: Page, head: string, fragment = ''): Promise<void> {
  await plantInWorker(page, head);
  await openPage(page, fragment);
}

/** The worker that computes, once it has drawn the first picture. */
export async function engineWorker(page: Page): Promise<Worker> {
  await expect(badge(page)).toContainText('WebGL · float32');
  await expect(page.getByText(/still descending|converged/).first()).toBeVisible();
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  return worker;
}

/** The script by which a worker takes its own graphics context away, as a browser would. */
export const LOSE_CONTEXT = `self.dispatchEvent(new MessageEvent('message', { data: { kind: 'loseContext' } }));`;

/** Takes the graphics context away as a browser would. */
export const loseContext = (worker: Worker): Promise<void> => worker.evaluate(LOSE_CONTEXT);

/** Script for the head of a worker that does something at the reading of this number from its graphics card, and says so in the console. */
export const atReading = (number: number, script: string): string => `{
  const { prototype } = WebGL2RenderingContext;
  const real = prototype.readPixels;
  let readings = 0;
  prototype.readPixels = function (...asked) {
    if (++readings === ${number}) { console.log('planted at a reading'); ${script} }
    return real.apply(this, asked);
  };
}`;

/** The same once it has sent the first grid of a sweep, and begins with a finer one. */
export const afterFirstGrid = (script: string): string => `{
  const send = self.postMessage.bind(self);
  let isDone = false;
  self.postMessage = (message) => {
    send(message);
    if (isDone || message.kind !== 'sweep' || message.last) return;
    isDone = true;
    console.log('planted after a grid');
    ${script}
  };
}`;

/** How many times the console has said that what was planted has happened, as it grows. */
export function countPlanted(page: Page): { readonly count: number } {
  const seen = { count: 0 };
  page.on('console', (message) => {
    if (message.text().startsWith('planted ')) seen.count += 1;
  });
  return seen;
}
