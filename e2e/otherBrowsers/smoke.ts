import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { EngineName } from '../../src/engine/trace/types';
import { planExperiment } from '../../src/engine/plan/plan';
import { runReference } from '../../src/engine/float64/reference';
import { decodeLink, encodeLink, readExperiment, toJson } from '../../src/experiment';
import type { ExperimentJson } from '../../src/experiment';
import { codeForScript } from '../../src/workbench/scripting/codeScript';
import type { RunResult } from '../support/api';
import { float32Faults, float64Faults, torchPaths } from '../support/expected';
import { steadinessOf } from '../support/shadows';
import type { Browser } from './browser';
import { button, expectText, experimentOf, link, middleOf, PATIENCE, press, slider, tab, textsOf } from './page';

/** Three short runs on the bowl. */
const bowl = '#v=1&p=quadratic&n=6&r=gd;lr=0.02&r=gd;lr=0.06&r=adam;lr=0.3';

/** Nothing of it is a default, so the page writes the very link that it was opened with. */
const detailed =
  '#v=1&p=rosenbrock;b=50&s=-1.2,1.5&n=120&seed=9&r=adam;lr=0.05;beta1=0.8&r=sgd;lr=0.0005;momentum=0.8;nesterov&at=92&scale=linear';

/** A line search of one's own, on the bowl of Booth's function. */
const ownRule = `#${encodeLink({
  ...decodeLink('v=1&p=booth&n=40').state,
  experiment: readExperiment({
    version: 1,
    problem: { id: 'booth' },
    steps: 40,
    runs: [
      {
        rule: 'halving(lr = 0.4)\ng = grad(theta)\ns = lr\nrepeat 8\n  s = if(loss(theta - s*g) <= loss(theta) - s*dot(g, g)/4, s, s/2)\nend\ntheta = theta - s*g',
      },
    ],
  }),
})}`;

/** What the page says where an engine is asked for that the browser has not. */
const ABSENT = 'this browser has no webgl engine';

/** The first run of each of PyTorch's experiments, or what the page says where it has not got the engine. */
const runAll = (browser: Browser, engine: EngineName): Promise<RunResult[] | string> =>
  browser.evaluate(
    async ({ experiments, name, absent }: { experiments: ExperimentJson[]; name: EngineName; absent: string }) => {
      const results: RunResult[] = [];
      for (const experiment of experiments) {
        try {
          results.push(...(await window.overshoot.run(experiment, { engine: name })).runs);
        } catch (error) {
          if (String(error).includes(absent)) return String(error);
          throw error;
        }
      }
      return results;
    },
    { experiments: torchPaths.map(({ experiment }) => toJson(experiment)), name: engine, absent: ABSENT },
  );

/** How far results are from PyTorch's numbers where they must agree, in words. */
function faultsOf(results: readonly RunResult[], engine: EngineName): string[] {
  const held = { point: 0, loss: 0 };
  const faults = torchPaths.flatMap((path, i) => {
    const result = results[i];
    if (!result) return [`${path.name} is missing`];
    if (result.engine !== engine) return [`${path.name} was computed by ${result.engine}`];
    if (engine !== 'float64') return float32Faults(path, result, steadinessOf(path.experiment), held);
    return path.exact ? float64Faults(path, result, steadinessOf(path.experiment, 1, 'float64')) : [];
  });
  const rows = torchPaths.reduce((sum, path) => sum + path.rows.length, 0);
  if (engine !== 'float64') expect(Math.min(held.point, held.loss) / rows).toBeGreaterThan(0.8);
  return faults;
}

/** The built page in a browser beside Chromium, which has the whole suite: that it runs there, and what it computes. */
export function smokeTests(name: string, launch: () => Promise<Browser>): void {
  describe(name, () => {
    let browser: Browser;
    let seen = 0;

    /** Loads the page, on a first visit or a later one. */
    const load = async (knowsOpening: boolean) => {
      // A file of the page's origin in which no script runs: what the page stores is changed there.
      await browser.goTo(`${inject('address')}icon.svg`);
      await browser.evaluate((seenBefore) => {
        localStorage.clear();
        if (seenBefore) localStorage.setItem('overshoot.opening', 'seen');
      }, knowsOpening);
      await browser.goTo(inject('address'));
      await expect.poll(() => browser.evaluate(() => 'overshoot' in window, null), PATIENCE).toBe(true);
    };

    /** Opens a link in the page, and waits until what it says is shown and computed. */
    const open = async (fragment: string) => {
      const experiment = toJson(decodeLink(fragment).state.experiment);
      await browser.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      await expect.poll(() => experimentOf(browser), PATIENCE).toEqual(experiment);
      // Every run has been computed once its card says how it ended.
      await expect
        .poll(() => textsOf(browser, 'li[aria-label^="Run "] .outcome'), PATIENCE)
        .toSatisfy((texts: string[]) => texts.filter((text) => text !== '').length === experiment.runs.length);
    };

    /** The table of numbers shows what the experiment's first run comes to when computed by itself. */
    const expectCurrent = async () => {
      await press(browser, tab('Numbers'));
      const loss = await browser.evaluate(async (absent) => {
        const experiment = window.overshoot.experiment();
        const { runs } = await window.overshoot.run(experiment, { engine: 'webgl' }).catch((error: unknown) => {
          if (!String(error).includes(absent)) throw error;
          return window.overshoot.run(experiment, { engine: 'cpu' });
        });
        return runs[0]?.loss.at(-1);
      }, ABSENT);
      await expect
        .poll(async () => (await textsOf(browser, 'table td')).map(Number), PATIENCE)
        .toContain(Number(loss?.toPrecision(9)));
    };

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());
    afterEach(() => {
      const complaints = browser.complaints().slice(seen);
      seen = browser.complaints().length;
      expect(complaints, 'messages in the console').toEqual([]);
    });

    test('the page comes up', async () => {
      await load(true);
      await middleOf(browser, button('Play'));
    });

    test.each(['float64', 'cpu', 'webgl'] as const)('PyTorch’s trajectories on %s', async (engine) => {
      const results = await runAll(browser, engine);
      if (typeof results === 'string') {
        expect(engine).toBe('webgl');
        console.log(`${name}: ${results}`);
      } else expect(faultsOf(results, engine)).toEqual([]);
    });

    test('a drag of the start moves every run', async () => {
      await open(bowl);
      const before = (await experimentOf(browser)).start;
      const from = await middleOf(browser, slider('Start point'));
      await browser.drag(from, { x: from.x + 90, y: from.y + 60 });
      const after = (await experimentOf(browser)).start;
      expect(after?.[0]).toBeGreaterThan(before?.[0] ?? NaN);
      expect(after?.[1]).toBeLessThan(before?.[1] ?? NaN);
      await expectCurrent();
    });

    test('playing moves the step on', async () => {
      await open('#v=1&n=2000&r=gd;lr=0.0005&at=0');
      const step = () =>
        browser.evaluate(
          () => Number(document.querySelector<HTMLInputElement>('input[type=range][aria-label="Steps"]')?.value),
          null,
        );
      expect(await step()).toBe(0);
      await press(browser, button('Play'));
      await expect.poll(step, PATIENCE).toBeGreaterThan(10);
      await press(browser, button('Pause'));
      const paused = await step();
      expect(paused).toBeGreaterThan(10);
      expect(await step()).toBe(paused);
    });

    test.each(['#v=1', '#v=1&p=linear-regression'])('every tab opens: %s', async (fragment) => {
      await open(fragment);
      const names = await textsOf(browser, '[role=tab]');
      expect(names.length).toBeGreaterThanOrEqual(6);
      for (const one of names) {
        await press(browser, tab(one));
        await expectText(browser, '[role=tab][aria-selected=true]', one);
        await expect
          .poll(async () => (await textsOf(browser, '[role=tabpanel]')).join('\n').length, PATIENCE)
          .toBeGreaterThan(40);
        expect((await textsOf(browser, '[role=tabpanel]')).join('\n')).not.toMatch(/try again/i);
      }
    });

    test('a lesson asks, shows, and answers', async () => {
      await open(bowl);
      await press(browser, button('Lessons'));
      await press(browser, link('Four learning rates on x²'));
      const lesson = '[role=region][aria-label], section, aside';
      await expectText(browser, lesson, /1 of 3/);
      await press(browser, button('Go to 0 in one step and rest'));
      await expectText(browser, lesson, /It came out otherwise\./);
    });

    test('a link opens what it says, and the page writes it again', async () => {
      await open(detailed);
      const { experiment } = decodeLink(detailed).state;
      expect(await experimentOf(browser)).toEqual(toJson(experiment));
      expect(await browser.evaluate(() => location.hash, null)).toBe(detailed);
      const address = await browser.evaluate(() => window.overshoot.link(window.overshoot.experiment()), null);
      await open(new URL(address).hash);
      expect(await experimentOf(browser)).toEqual(toJson(experiment));
    });

    test('a rule of one’s own comes in a link, and gives the rows that it has in Node', async () => {
      await open(ownRule);
      const { experiment } = decodeLink(ownRule).state;
      const [reference] = runReference(planExperiment(experiment));
      const rows = await browser.evaluate(async (shown) => {
        const { runs } = await window.overshoot.run(shown, { engine: 'float64' });
        return runs[0]?.params;
      }, toJson(experiment));
      expect(rows).toHaveLength(41);
      // Browsers differ in the last digit of square roots of powers and the like.
      rows?.forEach((row, step) =>
        row.forEach((x, k) => expect(Math.abs(x - (reference?.params[2 * step + k] ?? NaN))).toBeLessThan(1e-9)),
      );
    });

    test('the code for every library is written', async () => {
      await open(detailed);
      const experiment = toJson(decodeLink(detailed).state.experiment);
      for (const library of ['pytorch', 'optax', 'keras', 'notebook'] as const) {
        const code = await browser.evaluate(
          (target) => window.overshoot.code(window.overshoot.experiment(), { for: target }),
          library,
        );
        expect(code).toBe(codeForScript(experiment, { for: library }));
      }
    });

    // The last: WebKit complains where a page is left that still loads its parts.
    test('a first visit shows the opening', async () => {
      await load(false);
      await middleOf(browser, button('Open the workbench'));
    });
  });
}
