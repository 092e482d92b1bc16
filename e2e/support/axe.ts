import axe from 'axe-core';
import type { Page } from '@playwright/test';

/** What axe finds wrong with one element of the page and all in it, one sentence each. */
export async function faultsOf(page: Page, selector: string): Promise<string[]> {
  // Evaluated and not added as a script, which the page's policy would refuse.
  await page.evaluate(axe.source);
  return page.evaluate(async (element) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(element, {
      // It takes links to experiments, which are fragments, for links within the page. That names contain the visible words
      // is off by default.
      rules: { 'skip-link': { enabled: false }, 'label-content-name-mismatch': { enabled: true } },
    });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  }, selector);
}
