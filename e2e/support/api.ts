import type { Page } from '@playwright/test';
import type { EngineName, Outcome } from '../../src/engine/trace/types';
import { toJson, type ExperimentJson } from '../../src/experiment';
import type { Experiment } from '../../src/experiment';

/** What `window.overshoot.run` gives for one run. */
export interface RunResult {
  readonly params: readonly (readonly number[])[];
  readonly loss: readonly number[];
  readonly validation?: readonly number[];
  readonly outcome: Outcome;
  readonly engine: EngineName;
}

/** Opens the page and waits until scripts can speak to it. */
export async function openPage(page: Page, fragment = ''): Promise<void> {
  await page.goto(`./${fragment}`);
  await page.waitForFunction(() => 'overshoot' in window);
}

/** What the page makes of an experiment in its public JSON; rejects as the page does. */
export const runJson = (
  page: Page,
  experiment: unknown,
  engine?: EngineName,
): Promise<{ runs: readonly RunResult[] }> =>
  page.evaluate(([given, name]) => window.overshoot.run(given, name === undefined ? {} : { engine: name }), [
    experiment,
    engine,
  ] as const);

/** The first run of each of many experiments, one after the other. */
export function firstRuns(page: Page, experiments: readonly Experiment[], engine: EngineName): Promise<RunResult[]> {
  const run = async ([list, name]: readonly [readonly ExperimentJson[], EngineName]) => {
    const results: RunResult[] = [];
    for (const experiment of list) {
      const [first] = (await window.overshoot.run(experiment, { engine: name })).runs;
      if (!first) throw new Error('an experiment without runs');
      results.push(first);
    }
    return results;
  };
  return page.evaluate(run, [experiments.map(toJson), engine] as const);
}
