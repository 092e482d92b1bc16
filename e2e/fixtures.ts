import '../src/formula/testing/withMatrices';
import { test as base, expect, type ConsoleMessage } from '@playwright/test';

/** What a test may say about the console of the page it drives. */
interface ConsoleFixtures {
  /** Patterns of messages that a test causes on purpose: it pushes them before it does. */
  readonly expectedMessages: RegExp[];
  /** Whether the browser has been shown the opening before, as most tests want it; then the page opens on the workbench. */
  readonly knowsOpening: boolean;
  /** Runs by itself, for every test. */
  readonly quietConsole: undefined;
  /** Runs by itself, for every test. */
  readonly staysHere: undefined;
}

/** Said by the browser's software GPU about its own speed, whenever a page reads back what it drew. */
const aboutTheDriver = /GPU stall due to ReadPixels/;

/** Said by Playwright where a test's page may have no service worker, which is the rule (playwright.config.ts). */
const aboutServiceWorkers = /Service Worker registration blocked by Playwright/;

const isUnwelcome = (message: ConsoleMessage) => message.type() === 'error' || message.type() === 'warning';

/** Whether a request stays on this machine, where all servers of the tests are. data: and blob: addresses are made by the page itself. */
const isHere = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return !/^(http|ws)s?:$/.test(protocol) || hostname === '127.0.0.1' || hostname === 'localhost';
};

/**
 * Playwright's test, which also fails when the page, its worker or its scripts complain about anything unexpected, or ask another
 * machine for anything.
 */
export const test = base.extend<ConsoleFixtures>({
  // Playwright reads from this pattern that the fixture builds on no other.
  // eslint-disable-next-line no-empty-pattern
  expectedMessages: async ({}, use) => {
    await use([aboutTheDriver, aboutServiceWorkers]);
  },
  knowsOpening: [true, { option: true }],
  // Before the page's own scripts, in every page of the test.
  context: async ({ context, knowsOpening }, use) => {
    if (knowsOpening)
      await context.addInitScript(() => {
        // A page without an address, such as about:blank, has no storage.
        if (location.protocol.startsWith('http')) localStorage.setItem('overshoot.opening', 'seen');
      });
    await use(context);
  },
  quietConsole: [
    async ({ context, expectedMessages }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (isUnwelcome(message)) complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? String(error.error())}`));
      await use(undefined);
      const unexpected = complaints.filter((text) => !expectedMessages.some((pattern) => pattern.test(text)));
      expect(unexpected, 'messages in the console that nobody expected').toEqual([]);
    },
    { auto: true },
  ],
  staysHere: [
    async ({ context }, use) => {
      const elsewhere: string[] = [];
      context.on('request', (request) => {
        if (!isHere(request.url())) elsewhere.push(request.url());
      });
      await use(undefined);
      expect(elsewhere, 'requests that left this machine').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
