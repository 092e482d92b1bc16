import { expect } from 'vitest';
import type { Browser, Place } from './browser';

/* What the smoke tests find on the page, and press: by the roles and names that people with a screen reader hear. */

/** An element by its selector, and by how its label, or else its text, begins. */
export interface Wanted {
  readonly selector: string;
  readonly name: string;
}

export const button = (name: string): Wanted => ({ selector: 'button, [role=button]', name });
export const tab = (name: string): Wanted => ({ selector: '[role=tab]', name });
export const link = (name: string): Wanted => ({ selector: 'a', name });
export const slider = (name: string): Wanted => ({ selector: '[role=slider]', name });

/** How long the page may take to show something: a bound against hanging. */
export const PATIENCE = { timeout: 60_000, interval: 100 };

/** The middle of an element that is shown and has stopped moving, or null. */
const findMiddle = (browser: Browser, wanted: Wanted): Promise<Place | null> =>
  browser.evaluate(async ({ selector, name }) => {
    const element = [...document.querySelectorAll<HTMLElement>(selector)].find(
      (one) =>
        (one.getAttribute('aria-label') ?? one.innerText).trim().startsWith(name) && one.getClientRects().length > 0,
    );
    if (!element) return null;
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const before = element.getBoundingClientRect();
    await new Promise(requestAnimationFrame);
    const { left, top, width, height } = element.getBoundingClientRect();
    if (left !== before.left || top !== before.top) return null;
    const middle = { x: left + width / 2, y: top + height / 2 };
    const above = document.elementFromPoint(middle.x, middle.y);
    return above !== null && (element.contains(above) || above.contains(element)) ? middle : null;
  }, wanted);

/** Waits until an element is there to be pressed, and gives its middle. */
export async function middleOf(browser: Browser, wanted: Wanted): Promise<Place> {
  let place: Place | null = null;
  await expect
    .poll(async () => (place = await findMiddle(browser, wanted)), { ...PATIENCE, message: `${wanted.name} is there` })
    .not.toBeNull();
  if (place === null) throw new Error(`${wanted.name} is not there`);
  return place;
}

/** Presses the pointer on an element once it is there. */
export async function press(browser: Browser, wanted: Wanted): Promise<void> {
  const place = await middleOf(browser, wanted);
  await browser.drag(place, place);
}

/** All texts of the elements of a kind. */
export const textsOf = (browser: Browser, selector: string): Promise<string[]> =>
  browser.evaluate(
    (sought) => [...document.querySelectorAll<HTMLElement>(sought)].map((element) => element.innerText),
    selector,
  );

/** Waits until the elements of a kind say something. */
export const expectText = (browser: Browser, selector: string, text: string | RegExp) =>
  expect.poll(async () => (await textsOf(browser, selector)).join('\n'), PATIENCE).toMatch(text);

export const experimentOf = (browser: Browser) => browser.evaluate(() => window.overshoot.experiment(), null);
