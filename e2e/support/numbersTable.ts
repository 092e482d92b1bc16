import type { Page } from '@playwright/test';
import { runReference } from '../../src/engine/float64/reference';
import { planExperiment } from '../../src/engine/plan/plan';
import { readExperiment } from '../../src/experiment';
import { expect } from '../fixtures';
import { experimentOf } from './page';
import { shownNumber } from './shown';

/** Expects the losses in the open table of numbers to be those of the float64 reference at the runs' ends, to a thousandth: the page computes in float32. */
export async function expectFloat64(page: Page): Promise<void> {
  const runs = runReference(planExperiment(readExperiment(await experimentOf(page))));
  const table = page.getByRole('table').first();
  // The first header stands over the run's name, which is no cell; the columns of step, parameters and loss come in this order.
  const loss = async () => (await table.getByRole('columnheader').allInnerTexts()).slice(1).findIndex(isLoss);
  for (const [i, run] of runs.entries()) {
    const row = table.getByRole('row').nth(i + 1);
    const error = async () =>
      Math.abs(
        shownNumber(
          (await row
            .getByRole('cell')
            .nth(await loss())
            .innerText()) || 'nothing',
        ) /
          (run.loss.at(-1) ?? NaN) -
          1,
      );
    await expect.poll(error, `run ${i}`).toBeLessThan(1e-3);
  }
}

/** In either language. */
const isLoss = (header: string): boolean => /^(loss|损失)$/i.test(header);
