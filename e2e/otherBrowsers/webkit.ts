import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities, error, Origin, type WebDriver } from 'selenium-webdriver';
import { startDisplay } from '../../scripts/display.mjs';
import { findWebKit } from '../../scripts/webkit.mjs';
import { scriptOf, type Browser } from './browser';
import { freePort } from '../support/freePort';

const HOST = '127.0.0.1';

/** WebKit's advice where a slow machine has not yet come to what the page loads early. */
const aboutSpeed = /was preloaded using link preload but not used within a few seconds/;

/** WebKit, over WebDriver: Debian's driver, and a window of the library (webkit.py). */
export async function launchWebKit(): Promise<Browser> {
  const webkit = findWebKit();
  if (webkit === null) throw new Error('There is no WebKit with a driver here. `npm test` installs them.');
  const display = await startDisplay();
  const port = await freePort();
  const server = spawn(webkit.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));

  const driver = await untilAnswered(() => openWindow(`http://${HOST}:${port}`));
  await driver.manage().setTimeouts({ script: 300_000 });
  return {
    goTo: (address) => driver.get(address),
    evaluate: async (work, given) =>
      JSON.parse(await driver.executeScript<string>(`return ${scriptOf(work, given)}`)) as never,
    drag: async (from, to) => {
      const at = ({ x, y }: typeof from) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT });
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      await driver.actions().move(at(from)).press().move(at(middle)).move(at(to)).release().perform();
    },
    complaints: () =>
      output.split('\n').filter((line) => /CONSOLE \S* ?(ERROR|WARN)/.test(line) && !aboutSpeed.test(line)),
    close: async () => {
      await driver.quit();
      server.kill();
      display.stop();
    },
  };
}

const openWindow = (address: string): Promise<WebDriver> =>
  Promise.resolve(
    new Builder()
      .disableEnvironmentOverrides()
      .usingServer(address)
      .withCapabilities(
        new Capabilities({
          browserName: 'webkit.py',
          'webkitgtk:browserOptions': { binary: fileURLToPath(new URL('webkit.py', import.meta.url)), args: [] },
        }),
      )
      .build(),
  );

/** Tries until a server that has just been started listens. */
async function untilAnswered<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (reason) {
      if (tries === 100 || reason instanceof error.WebDriverError) throw reason;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
